import { inLanguage, type Language, type Text } from "../../server/domain/text.ts";
import type { IdentityMode, ProgrammeKind, WaveKind } from "../../server/domain/words.ts";
import { programmeTexts } from "../texts/programmes.ts";
import { whoSeesTexts } from "../texts/who-sees.ts";
import { document } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

/** A notice, and the waves in which participants read it. */
export interface TellingNotice {
  kinds: readonly WaveKind[];
  text: Text;
  isWhoAnsweredTold: boolean;
}

interface PageProps {
  language: Language;
  styleUrl: string;
  programme: {
    slug: string;
    title: Text;
    kind: ProgrammeKind;
    identityMode: IdentityMode;
    threshold: number;
  };
  notices: readonly TellingNotice[];
  /** The notice of one of the waves says that the organiser sees who has handed a sheet in. */
  isWhoAnsweredTold: boolean;
}

/** Who can see what, for staff: what the software does, and below it what participants are told. */
export function whoSeesPage(props: PageProps): string {
  const { language, styleUrl, programme, notices, isWhoAnsweredTold } = props;
  const texts = whoSeesTexts[language];
  const { threshold, identityMode } = programme;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={styleUrl}
      programme={programme}
      title={texts.title}
      place="who-sees"
    >
      <p>{texts.lead}</p>
      <section class="table-box" aria-label={texts.caption} tabindex={0}>
        <table>
          <caption class="visually-hidden">{texts.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.who}</th>
              <th scope="col">{texts.sees}</th>
            </tr>
          </thead>
          <tbody>
            {texts.rows(threshold, identityMode, isWhoAnsweredTold).map(([who, sees]) => (
              <tr>
                <th scope="row">{who}</th>
                <td>{sees}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {notices.length > 0 ? <h2>{texts.told}</h2> : null}
      {notices.map((notice) => (
        <Notice language={language} notice={notice} isOnly={notices.length === 1} />
      ))}
    </ProgrammePage>,
  );
}

/** Where waves have notices of their own, each stands under the names of its waves. */
function Notice({
  language,
  notice,
  isOnly,
}: {
  language: Language;
  notice: TellingNotice;
  isOnly: boolean;
}) {
  const waves = notice.kinds.map((kind) => programmeTexts[language].waves[kind]).join(", ");
  return (
    <>
      {isOnly ? <p>{whoSeesTexts[language].toldLead}</p> : <h3>{waves}</h3>}
      <blockquote>
        {inLanguage(notice.text, language)
          .split("\n")
          .map((paragraph) => (
            <p>{paragraph}</p>
          ))}
      </blockquote>
    </>
  );
}
