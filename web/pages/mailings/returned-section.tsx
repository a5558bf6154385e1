import type { Language } from "../../../server/domain/text.ts";
import { formatDay } from "../../texts/numbers.ts";
import { returnedTexts } from "../../texts/returned-letters.ts";

/** Somebody to whom letters come back, since which day. */
export interface ReturnedLine {
  personId: string;
  fullName: string;
  email: string;
  on: string;
}

interface SectionProps {
  language: Language;
  /** Of the page of letters. */
  path: string;
  returned: readonly ReturnedLine[];
}

/** Who gets no letters because they come back, and the way to name more of them. */
export function ReturnedSection({ language, path, returned }: SectionProps) {
  const texts = returnedTexts[language].section;
  const people = path.replace(/mailings$/, "participants");
  return (
    <section>
      <h2 id="returned">{texts.title}</h2>
      <p>{returned.length === 0 ? texts.none : texts.lead(returned.length)}</p>
      {returned.length === 0 ? null : (
        <ul>
          {returned.map(({ personId, fullName, email, on }) => (
            <li>
              <a href={`${people}/${personId}`}>{fullName}</a>
              {", "}
              <span class="contact">{email}</span>
              <span class="soft hint">{texts.since(formatDay(on, language))}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="actions">
        <a class="button quiet" href={`${path}/returned`}>
          {texts.add}
        </a>
        {returned.length === 0 ? null : (
          <a href={path.replace(/mailings$/, "cards")}>{texts.cards}</a>
        )}
      </p>
    </section>
  );
}
