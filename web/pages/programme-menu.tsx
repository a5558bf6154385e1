import type { Language } from "../../server/domain/text.ts";
import type { IdentityMode, StaffRole } from "../../server/domain/words.ts";
import {
  type MenuGroup,
  type MenuPlace,
  menuGroups,
  programmeMenuTexts,
} from "../texts/programme-menu.ts";

interface Entry {
  place: MenuPlace;
  group: MenuGroup;
  /** Whoever holds one of these sees the entry; the page behind it asks again. */
  roles: readonly StaffRole[];
  /** Whether the page behind it can keep to the localities of a role that is held in some of them only. */
  isLocal?: boolean;
  /** Only where participants make their codes themselves. */
  isForSelfMade?: boolean;
}

/** Every page below a programme that somebody goes to on purpose, in the order in which a programme needs them. */
const entries: readonly Entry[] = [
  { place: "setup", group: "prepare", roles: ["organiser"] },
  { place: "questionnaires", group: "prepare", roles: ["organiser"] },
  { place: "participants", group: "people", roles: ["organiser"], isLocal: true },
  { place: "attendance", group: "people", roles: ["organiser"], isLocal: true },
  { place: "completion", group: "people", roles: ["organiser"], isLocal: true },
  { place: "cards", group: "people", roles: ["organiser"], isLocal: true },
  { place: "mailings", group: "people", roles: ["organiser"], isLocal: true },
  { place: "entry", group: "answers", roles: ["organiser", "data-entry"], isLocal: true },
  { place: "pairing", group: "answers", roles: ["organiser"], isForSelfMade: true },
  {
    place: "results",
    group: "results",
    roles: ["organiser", "data", "evaluator", "funder"],
    isLocal: true,
  },
  { place: "annexes", group: "results", roles: ["organiser"] },
  { place: "public-results", group: "results", roles: ["organiser"] },
  { place: "certificates", group: "results", roles: ["organiser"] },
  { place: "packages", group: "results", roles: ["data"] },
  { place: "earlier-answers", group: "answers", roles: ["data"] },
  { place: "corrections", group: "answers", roles: ["organiser"] },
  { place: "privacy", group: "care", roles: ["organiser", "data"] },
  { place: "move", group: "care", roles: ["data"] },
];

interface MenuProps {
  language: Language;
  slug: string;
  roles: readonly StaffRole[];
  localRoles?: readonly StaffRole[];
  identityMode: IdentityMode;
}

/** The ways on from a programme's page, grouped by what they are for; only what the reader may do is listed. */
export function ProgrammeMenu(props: MenuProps) {
  const { language, slug, roles, localRoles = [], identityMode } = props;
  const texts = programmeMenuTexts[language];
  const allowed = entries.filter(
    (entry) =>
      entry.roles.some(
        (role) => roles.includes(role) || (entry.isLocal && localRoles.includes(role)),
      ) &&
      (!entry.isForSelfMade || identityMode === "self-made"),
  );
  const groups = menuGroups.filter((group) => allowed.some((entry) => entry.group === group));
  return (
    <nav class="programme-menu" aria-label={texts.title}>
      {groups.map((group) => (
        <section>
          <h2>{texts.groups[group]}</h2>
          <ul>
            {allowed
              .filter((entry) => entry.group === group)
              .map(({ place }) => (
                <li>
                  <a href={`/programmes/${slug}/${place}`}>{texts.entries[place]}</a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
