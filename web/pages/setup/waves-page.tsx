import type { Typed } from "../../../server/domain/setup/field.ts";
import { type WaveMistake, waveInput } from "../../../server/domain/setup/wave-form.ts";
import { type WaveKind, waveKinds } from "../../../server/domain/words.ts";
import { joinWords } from "../../texts/numbers.ts";
import { setupTexts } from "../../texts/setup.ts";
import type { Option } from "./form.tsx";
import { type SetupFrame, setupPath, stepPage } from "./frame.tsx";

/** What the page must know of a wave besides what is typed. Moments that are fixed are told as text. */
export interface WaveState {
  kind: WaveKind;
  isPlanned: boolean;
  isClosed: boolean;
  openedAt: string | null;
  fixedVersion: string | null;
  closedIn: readonly string[];
  /** Localities of which this wave has begun by dates of their own. */
  begunIn: readonly string[];
  closedIds: readonly string[];
}

export interface WavesPageProps {
  frame: SetupFrame;
  timeZone: string;
  localities: readonly Option[];
  versions: readonly Option[];
  /** Whether a questionnaire and a notice are published, so that saving makes the waves. */
  canBegin: boolean;
  states: readonly WaveState[];
  typed: Typed;
  mistakes: readonly WaveMistake[];
  isSaved: boolean;
}

/** When each questionnaire is answered: common dates, and other ones in single localities. */
export function wavesPage(props: WavesPageProps): string {
  const { frame } = props;
  const texts = setupTexts[frame.language];
  return stepPage({
    frame,
    step: "waves",
    children: (
      <>
        <WaveMistakes props={props} />
        {props.isSaved ? (
          <p class="notice-box" role="status">
            {texts.saved}
          </p>
        ) : null}
        {props.states.some(({ isPlanned }) => isPlanned) ? (
          <p class="notice-box">
            {props.canBegin ? texts.waves.plannedReady : texts.waves.planned}
          </p>
        ) : null}
        <p>{texts.waves.zone(props.timeZone)}</p>
        <form class="fields setup-form" method="post" action={setupPath(frame, "waves")}>
          {waveKinds.map((kind) => (
            <WaveFields props={props} kind={kind} />
          ))}
          <button type="submit">{texts.waves.save}</button>
        </form>
      </>
    ),
  });
}

function WaveMistakes({ props: { frame, mistakes } }: { props: WavesPageProps }) {
  if (mistakes.length === 0) return null;
  const texts = setupTexts[frame.language];
  return (
    <div class="notice-box wrong" role="alert">
      <p>
        <strong>{texts.summary(mistakes.length)}</strong>
      </p>
      <ul>
        {mistakes.map(({ input, code }) => {
          const kind = waveKinds.find((one) => input.startsWith(one)) ?? "before";
          return (
            <li>
              <a
                href={`#${input}`}
              >{`${texts.waves.names[kind]}: ${texts.waves.mistakes[code]}`}</a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function WaveFields({ props, kind }: { props: WavesPageProps; kind: WaveKind }) {
  const texts = setupTexts[props.frame.language].waves;
  const state = props.states.find((one) => one.kind === kind);
  return (
    <fieldset class="wave">
      <legend>{texts.names[kind]}</legend>
      {state?.isClosed ? (
        <p class="soft">{texts.closed}</p>
      ) : (
        <>
          {kind === "followup" ? <p class="soft">{texts.optional}</p> : null}
          <div class="pair-inputs">
            {state?.openedAt ? (
              <FixedFact label={texts.opensAt} fact={state.openedAt} why={texts.frozenOpening} />
            ) : (
              <MomentInput props={props} input={waveInput(kind, "opensAt")} label={texts.opensAt} />
            )}
            <MomentInput props={props} input={waveInput(kind, "closesAt")} label={texts.closesAt} />
          </div>
          <Grace props={props} kind={kind} />
          {state?.fixedVersion ? (
            <FixedFact label={texts.version} fact={state.fixedVersion} why={texts.frozenVersion} />
          ) : (
            <Version props={props} kind={kind} />
          )}
          {state && state.closedIn.length > 0 ? (
            <p class="soft">{texts.closedIn(joinWords(state.closedIn, props.frame.language))}</p>
          ) : null}
          <OwnDates props={props} kind={kind} state={state} />
        </>
      )}
    </fieldset>
  );
}

function FixedFact({ label, fact, why }: { label: string; fact: string; why: string }) {
  return (
    <div class="frozen-field">
      <p class="label">{label}</p>
      <p>{fact}</p>
      <p class="soft">{why}</p>
    </div>
  );
}

interface MomentProps {
  props: WavesPageProps;
  input: string;
  label: string;
}

function MomentInput({ props, input, label }: MomentProps) {
  const isWrong = props.mistakes.some((mistake) => mistake.input === input);
  return (
    <div>
      <label for={input}>{label}</label>
      <input
        type="datetime-local"
        id={input}
        name={input}
        value={props.typed[input] ?? ""}
        aria-invalid={isWrong ? "true" : undefined}
        aria-describedby={isWrong ? `${input}-mistake` : undefined}
      />
      <MistakeOf props={props} input={input} />
    </div>
  );
}

function MistakeOf({ props, input }: { props: WavesPageProps; input: string }) {
  const mistake = props.mistakes.find((one) => one.input === input);
  if (!mistake) return null;
  return (
    <span id={`${input}-mistake`} class="mistake">
      {setupTexts[props.frame.language].waves.mistakes[mistake.code]}
    </span>
  );
}

function Grace({ props, kind }: { props: WavesPageProps; kind: WaveKind }) {
  const texts = setupTexts[props.frame.language].waves;
  const input = waveInput(kind, "grace");
  const isWrong = props.mistakes.some((mistake) => mistake.input === input);
  return (
    <p>
      <label for={input}>{texts.grace}</label>
      <span id={`${input}-hint`} class="soft hint">
        {texts.graceHint}
      </span>
      <input
        class="short"
        id={input}
        name={input}
        inputmode="numeric"
        value={props.typed[input] ?? "60"}
        autocomplete="off"
        aria-invalid={isWrong ? "true" : undefined}
        aria-describedby={`${input}-hint${isWrong ? ` ${input}-mistake` : ""}`}
      />
      <MistakeOf props={props} input={input} />
    </p>
  );
}

function Version({ props, kind }: { props: WavesPageProps; kind: WaveKind }) {
  if (props.versions.length === 0) return null;
  const texts = setupTexts[props.frame.language].waves;
  const input = waveInput(kind, "version");
  const chosen = props.typed[input] ?? props.versions[0]?.value;
  return (
    <p>
      <label for={input}>{texts.version}</label>
      <select id={input} name={input}>
        {props.versions.map(({ value, label }) => (
          <option value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
      <MistakeOf props={props} input={input} />
    </p>
  );
}

interface OwnDatesProps {
  props: WavesPageProps;
  kind: WaveKind;
  state: WaveState | undefined;
}

/** Folded away unless some locality has dates of its own. */
function OwnDates({ props, kind, state }: OwnDatesProps) {
  const texts = setupTexts[props.frame.language].waves;
  const open = props.localities.filter(({ value }) => !state?.closedIds.includes(value));
  if (open.length === 0) return null;
  const inputs = open.flatMap(({ value }) => [
    waveInput(kind, "opensAt", value),
    waveInput(kind, "closesAt", value),
  ]);
  const isUsed = inputs.some(
    (input) => props.typed[input] || props.mistakes.some((one) => one.input === input),
  );
  return (
    <details open={isUsed}>
      <summary>{texts.localities}</summary>
      <p class="soft">{texts.localitiesHint}</p>
      {open.map(({ value, label }) => (
        <fieldset class="own-dates">
          <legend>{label}</legend>
          <div class="pair-inputs">
            {state?.begunIn.includes(value) ? (
              <FixedFact
                label={texts.opensAt}
                fact={(props.typed[waveInput(kind, "opensAt", value)] ?? "").replace("T", " ")}
                why={texts.frozenOpening}
              />
            ) : (
              <MomentInput
                props={props}
                input={waveInput(kind, "opensAt", value)}
                label={texts.opensAt}
              />
            )}
            <MomentInput
              props={props}
              input={waveInput(kind, "closesAt", value)}
              label={texts.closesAt}
            />
          </div>
        </fieldset>
      ))}
    </details>
  );
}
