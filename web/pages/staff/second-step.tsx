import { staffTexts } from "../../texts/staff.ts";
import { document } from "../layout.tsx";
import { Field, MistakeSummary } from "./fields.tsx";
import { StaffFrame, type StaffPageProps } from "./frame.tsx";

/** Asks for the code of the authenticator, or a recovery code. */
export function secondStepPage(props: StaffPageProps & { isWrong: boolean }): string {
  const texts = staffTexts[props.language];
  const mistake = props.isWrong ? texts.codeWrong : undefined;
  return document(
    <StaffFrame language={props.language} styleUrl={props.styleUrl} title={texts.secondStepTitle}>
      <MistakeSummary
        title={texts.mistakesTitle}
        mistakes={mistake ? [{ id: "code", words: mistake }] : []}
      />
      <p>{texts.secondStepAdvice}</p>
      <form class="fields" method="post" action="/sign-in/second-step">
        <Field
          name="code"
          label={texts.code}
          mistake={mistake}
          autocomplete="one-time-code"
          maxlength={40}
        />
        <button type="submit">{texts.goOn}</button>
      </form>
    </StaffFrame>,
  );
}
