import { inLanguage, type Language } from "../../server/domain/text.ts";
import type { StaffRole } from "../../server/domain/words.ts";
import { formatPeriod } from "../texts/numbers.ts";
import { programmeTexts } from "../texts/programmes.ts";
import { document, Layout } from "./layout.tsx";
import type { ProgrammeProps } from "./programme.tsx";

interface ListProps {
  language: Language;
  styleUrl: string;
  programmes: (ProgrammeProps & { roles: StaffRole[] })[];
}

/** The programmes in which somebody has a role. */
export function programmesPage({ language, styleUrl, programmes }: ListProps): string {
  const texts = programmeTexts[language];
  const frame = {
    language,
    title: texts.programmes,
    styleUrl,
    path: "/programmes",
    isSignedIn: true,
    isDemonstration: false,
  };
  return document(
    <Layout frame={frame}>
      <h1>{texts.programmes}</h1>
      {programmes.length === 0 ? <p>{texts.noProgrammes}</p> : null}
      <ul class="programme-list">
        {programmes.map((programme) => (
          <li>
            <h2>
              <a href={`/programmes/${programme.slug}`}>{inLanguage(programme.title, language)}</a>
            </h2>
            <p class="soft">
              {[
                texts.kinds[programme.kind],
                formatPeriod(programme.startsOn, programme.endsOn, language),
                programme.roles.map((role) => texts.roles[role]).join(", "),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </Layout>,
  );
}
