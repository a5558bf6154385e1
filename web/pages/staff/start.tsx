import { staffTexts } from "../../texts/staff.ts";
import { document } from "../layout.tsx";
import { StaffFrame, type StaffPageProps } from "./frame.tsx";

/** The front page: one door for participants, one for staff. */
export function startPage(props: StaffPageProps): string {
  const texts = staffTexts[props.language];
  return document(
    <StaffFrame {...props} title={texts.startTitle} path="/">
      <p>{texts.startLead}</p>
      <h2>{texts.forParticipants}</h2>
      <p>
        <a class="button" href="/k">
          {texts.enterCode}
        </a>
      </p>
      <h2>{texts.forStaff}</h2>
      <p>{texts.staffAdvice}</p>
      <p>
        <a class="button quiet" href="/sign-in">
          {texts.signIn}
        </a>
      </p>
    </StaffFrame>,
  );
}
