import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findReturnedAddresses } from "../../../server/domain/mailing/returned-letters.ts";

const base64 = (text: string) =>
  Buffer.from(text)
    .toString("base64")
    .replace(/.{76}/g, (line) => `${line}\r\n`);

const notification = (fields: string[]) =>
  [
    "From: MAILER-DAEMON@smtp.example.net",
    "To: apklausos@example.org",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=x1",
    "",
    "--x1",
    "Content-Type: text/plain",
    "",
    "I'm sorry to have to inform you that your message could not be delivered.",
    "",
    "--x1",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; smtp.example.net",
    "",
    ...fields,
    "",
    "--x1--",
  ].join("\r\n");

describe("the text of returned letters", () => {
  it("names whom a delivery status notification says was not reached", () => {
    const text = notification([
      "Final-Recipient: rfc822; Ona.Savaite@Example.ORG",
      "Original-Recipient: rfc822;o.savaite@example.org",
      "Action: failed",
      "Status: 5.1.1",
      "Diagnostic-Code: smtp; 550 5.1.1 <ona.savaite@example.org>: no such user",
    ]);
    expect(findReturnedAddresses(text)).toEqual({
      failed: ["ona.savaite@example.org", "o.savaite@example.org"],
      delayed: [],
      mentioned: ["mailer-daemon@smtp.example.net", "apklausos@example.org"],
    });
  });

  it("tells who is only late, unless it failed in the end", () => {
    const late = ["Final-Recipient: rfc822; a@example.org", "Action: delayed", ""];
    const lost = ["Action: failed", "Final-Recipient: rfc822; b@example.org", ""];
    const found = findReturnedAddresses(notification([...late, ...lost]));
    expect([found.failed, found.delayed]).toEqual([["b@example.org"], ["a@example.org"]]);
    const later = ["Final-Recipient: rfc822; A@example.org", "Action: failed"];
    const both = findReturnedAddresses(`${notification(late)}\n${notification(later)}`);
    expect([both.failed, both.delayed]).toEqual([["a@example.org"], []]);
  });

  it.each([
    ["X-Failed-Recipients: a@example.org, b@example.org"],
    ["X-Failed-Recipients: a@example.org,\r\n b@example.org"],
    ["x-failed-recipients:a@example.org,\n\tb@example.org"],
    ["Final-Recipient: a@example.org\nOriginal-Recipient: rfc822;\n b@example.org"],
    ["Final-Recipient: rfc822; <a@example.org>\r\r\rFinal-Recipient: rfc822;b@example.org"],
    ["Final-Recipient: RFC822;\ta=40example.org\n\nFINAL-RECIPIENT : rfc822 ; b@example=\n.org"],
    ["Original-Recipient: rfc822;a+40example.org\n\nOriginal-Recipient: rfc822;b@example.org"],
  ])("reads what servers write otherwise: %j", (text) => {
    expect(findReturnedAddresses(text).failed.sort()).toEqual(["a@example.org", "b@example.org"]);
  });

  it("finds addresses in plain sentences where nothing else says who it was", () => {
    const text =
      "Nepavyko pristatyti: „ona@example.org“.\nRašėte <info@example.org>, (kita@example.org)";
    expect(findReturnedAddresses(text)).toEqual({
      failed: [],
      delayed: [],
      mentioned: ["ona@example.org", "info@example.org", "kita@example.org"],
    });
  });

  it("reads parts that are encoded", () => {
    const inside = `${"Laiškas nepristatytas. ".repeat(9)}\r\nFinal-Recipient: rfc822; ona@example.org\r\nAction: failed\r\n`;
    const text = `Content-Transfer-Encoding: base64\r\n\r\n${base64(inside)}\r\n--x1--`;
    expect(findReturnedAddresses(text).failed).toEqual(["ona@example.org"]);
    const quoted = "Jūsų laiško nepriėmė ona=40exam=\r\nple.org=2E";
    expect(findReturnedAddresses(quoted).mentioned).toEqual(["ona@example.org"]);
  });

  it("takes nothing for an address that is none", () => {
    const text = "@ a@ @b a@b <@> x@y..z a@@example.org http://u@[::1]/ Žmogus @ darbas";
    expect(findReturnedAddresses(text)).toEqual({ failed: [], delayed: [], mentioned: [] });
  });

  it("reads any text without stumbling, and no address stands in two lists", () => {
    const word = fc.constantFrom(
      "Final-Recipient: rfc822; ",
      "Action: delayed",
      "Action: failed",
      "X-Failed-Recipients: ",
      "a@example.org",
      "b@example.org",
      "=\n",
      "\n",
      "\n\n",
      " ",
      "=4",
      "+40",
      "QUFB".repeat(20),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 40 }), (words) => {
        const { failed, delayed, mentioned } = findReturnedAddresses(words.join(""));
        const all = [...failed, ...delayed, ...mentioned];
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it.each([
    ["one endless line", "a@".repeat(1_000_000)],
    ["an endless word", `a@${"b.".repeat(1_000_000)}`],
    ["an endless head", `Final-Recipient: rfc822;${"\n x".repeat(600_000)}`],
    ["lines that go on for ever", "=\n".repeat(1_000_000)],
    ["base64 without end", `${"QUFB".repeat(19)}\n`.repeat(26_000)],
    [
      "nothing but addresses",
      Array.from({ length: 90_000 }, (_, n) => `a${n}@example.org`).join(" "),
    ],
    ["reports without end", "Final-Recipient: rfc822;a@example.org\n\n".repeat(50_000)],
    ["spaces", " ".repeat(2_000_000)],
  ])("does not take long over %s", (_name, text) => {
    const begun = process.cpuUsage();
    const { mentioned } = findReturnedAddresses(text);
    const { user, system } = process.cpuUsage(begun);
    expect(mentioned.length).toBeLessThanOrEqual(2_000);
    // Some milliseconds here; a pattern that goes back and forth would take minutes.
    expect((user + system) / 1_000).toBeLessThan(8_000);
  });
});
