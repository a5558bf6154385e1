import type { Language, Text } from "../../server/domain/text.ts";
import type { ProgrammeKind, WaveKind } from "../../server/domain/words.ts";
import { closingTexts } from "../texts/closing.ts";
import { programmeTexts } from "../texts/programmes.ts";
import { document } from "./layout.tsx";
import { ProgrammePage } from "./programme-page.tsx";

export interface ClosingProps {
  language: Language;
  styleUrl: string;
  programme: { slug: string; title: Text; kind: ProgrammeKind };
  wave: WaveKind;
  /** A locality's key, or "all"; and the names that it stands for. */
  locality: string;
  names: readonly string[];
}

/** What closing a wave does, before it is done: it cannot be undone. */
export function closingPage(props: ClosingProps): string {
  const { language, programme, wave, locality, names } = props;
  const texts = closingTexts[language];
  const place = `waves/${wave}/localities/${locality}`;
  const home = `/programmes/${programme.slug}`;
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title(programmeTexts[language].waves[wave])}
      place={`${place}/closing`}
    >
      <p>{texts.where(names)}</p>
      <ul>
        {texts.effects[wave].map((effect) => (
          <li>{effect}</li>
        ))}
        <li>{texts.latePaper}</li>
      </ul>
      <form class="actions" method="post" action={`${home}/${place}/closure`}>
        <button type="submit">{programmeTexts[language].close}</button>
        <a class="button quiet" href={home}>
          {texts.notYet}
        </a>
      </form>
    </ProgrammePage>,
  );
}
