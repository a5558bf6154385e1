import type { Rule } from "../../server/domain/questionnaire/document.ts";
import { holds } from "../../server/domain/questionnaire/routing.ts";
import type { Answer, Answers } from "../../server/domain/response/answers.ts";

/** Shows and hides questions whose rules look at answers of the same page, as they are being given. */
export function followRules(page: Document): void {
  const form = page.querySelector<HTMLFormElement>("main form");
  const ruled = [...page.querySelectorAll<HTMLElement>("[data-show-if]")];
  if (!form || ruled.length === 0) return;
  const follow = () => {
    const given = givenIn(form);
    // In the page's order, so that a question that was just hidden counts as unanswered for those after it.
    for (const question of ruled) {
      const rule = JSON.parse(question.dataset.showIf ?? "") as Rule;
      question.hidden = !holds(rule, answersFor(rule, given));
      if (question.hidden) for (const name of namesIn(question)) given.delete(name);
    }
  };
  form.addEventListener("change", follow);
  follow();
}

function givenIn(form: HTMLFormElement): Map<string, string[]> {
  const given = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) {
    const isNone = value === "" || value === "cannot-answer" || value === "dont-know";
    if (!isNone) given.set(name, [...(given.get(name) ?? []), String(value)]);
  }
  return given;
}

/** A form knows texts only: each answer becomes a number where the rule compares it with one. */
function answersFor(rule: Rule, given: Map<string, string[]>): Answers {
  const answers: Answers = {};
  for (const { item, value } of rule.conditions) {
    const values = given.get(item);
    if (values) answers[item] = typed(values, typeof value === "number");
  }
  return answers;
}

function typed(values: string[], isNumber: boolean): Answer {
  if (values.length > 1) return values;
  const [value = ""] = values;
  return isNumber ? Number(value.replace(",", ".")) : value;
}

function namesIn(question: HTMLElement): string[] {
  return [...question.querySelectorAll<HTMLInputElement>("[name]")].map((field) => field.name);
}
