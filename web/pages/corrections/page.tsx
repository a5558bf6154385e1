import { correctionTexts } from "../../texts/corrections.ts";
import { document } from "../layout.tsx";
import { ProgrammePage } from "../programme-page.tsx";
import { LatePaper } from "./late-paper.tsx";
import { MovePlan, MoveSheet } from "./move-sheet.tsx";
import type { CorrectionsProps } from "./props.ts";
import { Withdrawals } from "./withdrawals.tsx";

/** What came late or went wrong, each deed with what it does to results. */
export function correctionsPage(props: CorrectionsProps): string {
  const { language, programme } = props;
  const texts = correctionTexts[language];
  return document(
    <ProgrammePage
      language={language}
      styleUrl={props.styleUrl}
      programme={programme}
      title={texts.title}
      place="corrections"
    >
      <p>{texts.lead}</p>
      {props.planned ? (
        <MovePlan props={props} planned={props.planned} />
      ) : (
        <>
          <LatePaper props={props} />
          <MoveSheet props={props} />
          <Withdrawals props={props} />
        </>
      )}
    </ProgrammePage>,
  );
}
