import type { Language } from "../../../server/domain/text.ts";
import { accountTexts } from "../../texts/account.ts";
import { Field } from "./fields.tsx";

interface ProofProps {
  props: { language: Language; needed: "nothing" | "password" | "new-sign-in" };
  id: string;
  mistake?: string;
}

/** Asks for the current password, where the sign-in is no longer fresh. */
export function ProofField({ props, id, mistake }: ProofProps) {
  if (props.needed !== "password") return null;
  return (
    <Field
      id={id}
      name="proof"
      type="password"
      label={accountTexts[props.language].proof}
      autocomplete="current-password"
      mistake={mistake}
    />
  );
}
