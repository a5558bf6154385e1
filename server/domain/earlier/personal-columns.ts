import { fold } from "./fold.ts";

/** Headings under which services and people write who answered, and from where. */
const personalHeads = new Set([
  ...["email", "e mail", "email address", "e mail address", "el pastas", "el pasto adresas"],
  ...["elektroninis pastas", "elektroninio pasto adresas", "username", "user name"],
  ...["name", "first name", "last name", "full name", "surname", "vardas", "pavarde"],
  ...["vardas pavarde", "vardas, pavarde", "vardas ir pavarde", "pavarde vardas"],
  ...["ip address", "ip adresas", "ipaddr", "phone", "phone number", "telefonas", "tel"],
  ...["telefono numeris", "asmens kodas", "custom data 1", "gimimo data", "date of birth"],
]);
const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The columns, counted from 0, that say who somebody is, by their heading or because they hold addresses. */
export function personalColumns(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): number[] {
  return heads.flatMap((head, at) => {
    const cells = rows.slice(0, 50).map((row) => (row[at] ?? "").trim());
    const filled = cells.filter((cell) => cell !== "");
    if (filled.length === 0) return [];
    const addresses = filled.filter((cell) => address.test(cell)).length;
    return personalHeads.has(fold(head)) || addresses > filled.length / 2 ? [at] : [];
  });
}
