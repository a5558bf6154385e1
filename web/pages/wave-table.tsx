import type { LocalityParticipation } from "../../server/domain/disclosure/figures.ts";
import { stepWithin } from "../../server/domain/disclosure/progress-step.ts";
import type { Language } from "../../server/domain/text.ts";
import { type WaveKind, waveKinds } from "../../server/domain/words.ts";
import { programmeTexts } from "../texts/programmes.ts";
import { roomTexts } from "../texts/room.ts";

interface WindowProps {
  kind: WaveKind;
  localityKey: string;
  opensAt: Date;
  closesAt: Date;
  closedAt: Date | null;
}

export interface WaveProps {
  /** `isOrganised`: the reader opens and closes waves there. */
  localities: { key: string; nominative: string; isOrganised: boolean }[];
  windows: readonly WindowProps[];
  participation: readonly LocalityParticipation[];
  now: Date;
}

interface TableProps {
  language: Language;
  slug: string;
  waves: WaveProps;
  /** Of the whole programme. */
  isOrganiser: boolean;
}

/** How far each wave is in each locality, with the next step there for an organiser. */
export function WaveTable(props: TableProps) {
  const texts = programmeTexts[props.language];
  const organises = props.waves.localities.some(({ isOrganised }) => isOrganised);
  return (
    <section>
      <h2>{texts.wavesTitle}</h2>
      {organises ? <p class="soft">{texts.closeWarning}</p> : null}
      {organises ? <p class="soft">{roomTexts[props.language].wallAdvice}</p> : null}
      {organises ? <p class="soft">{roomTexts[props.language].tabletAdvice}</p> : null}
      <div class="table-box">
        <table class="waves">
          <thead>
            <tr>
              <th scope="col">{texts.locality}</th>
              {waveKinds.map((kind) => (
                <th scope="col">{texts.waves[kind]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.waves.localities.map((locality) => (
              <tr>
                <th scope="row">
                  <span>{locality.nominative}</span>
                  {locality.isOrganised ? <RoomButtons props={props} locality={locality} /> : null}
                </th>
                {waveKinds.map((kind) => (
                  <td data-wave={texts.waves[kind]}>
                    <WaveState props={props} kind={kind} localityKey={locality.key} />
                    {locality.isOrganised ? (
                      <NextStep props={props} kind={kind} locality={locality} />
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {props.isOrganiser ? <CloseEverywhere props={props} /> : null}
    </section>
  );
}

function WaveState({
  props,
  kind,
  localityKey,
}: {
  props: TableProps;
  kind: WaveKind;
  localityKey: string;
}) {
  const texts = programmeTexts[props.language];
  const window = findWindow(props, kind, localityKey);
  if (!window) return <>–</>;
  const state = stateOf(window, props.waves.now);
  const counts = props.waves.participation.find((row) => row.locality === localityKey);
  return (
    <div>
      {texts.state[state]}
      {state === "not-yet" || !counts ? null : (
        <span class="soft">{`, ${texts.answeredOf} ${countText(counts[kind], counts.enrolled, state)}`}</span>
      )}
    </div>
  );
}

/** Exact once the wave has closed; before that in steps, so that nobody can watch one person answer. */
function countText(count: number, enrolled: number, state: "open" | "closed"): string {
  if (state === "closed") return String(count);
  const { low, high } = stepWithin(count, enrolled);
  return low === high ? String(low) : `${low}–${high}`;
}

/** Opens or closes, whichever comes next there. A later wave has its turn only when the earlier ones have closed. */
function NextStep({
  props,
  kind,
  locality,
}: {
  props: TableProps;
  kind: WaveKind;
  locality: { key: string; nominative: string };
}) {
  const window = findWindow(props, kind, locality.key);
  const state = window && stateOf(window, props.waves.now);
  if (!state || state === "closed" || !isCurrent(props, kind, locality.key)) return null;
  const texts = programmeTexts[props.language];
  const place = { kind, locality: locality.key };
  const nameOf = (label: string) => `${label}: ${texts.waves[kind]}, ${locality.nominative}`;
  // Closing cannot be undone, so a page says first what it does.
  return state === "open" ? (
    <a
      class="button quiet"
      href={stepPath(props, { ...place, step: "closing" })}
      aria-label={nameOf(texts.close)}
    >
      {texts.close}
    </a>
  ) : (
    <form method="post" action={stepPath(props, { ...place, step: "opening" })}>
      <button class="quiet" type="submit" aria-label={nameOf(texts.open)}>
        {texts.open}
      </button>
    </form>
  );
}

function CloseEverywhere({ props }: { props: TableProps }) {
  const texts = programmeTexts[props.language];
  const kind = waveKinds.find((candidate) =>
    props.waves.windows.some(
      (window) => window.kind === candidate && stateOf(window, props.waves.now) === "open",
    ),
  );
  if (!kind) return null;
  return (
    <a
      class="button quiet"
      href={stepPath(props, { kind, locality: "all", step: "closing" })}
    >{`${texts.closeEverywhere}: ${texts.waves[kind].toLowerCase()}`}</a>
  );
}

function stepPath(
  props: TableProps,
  { kind, locality, step }: { kind: WaveKind; locality: string; step: string },
): string {
  return `/programmes/${props.slug}/waves/${kind}/localities/${locality}/${step}`;
}

function findWindow(
  props: TableProps,
  kind: WaveKind,
  localityKey: string,
): WindowProps | undefined {
  return props.waves.windows.find(
    (window) => window.kind === kind && window.localityKey === localityKey,
  );
}

function isCurrent(props: TableProps, kind: WaveKind, localityKey: string): boolean {
  const earlier = waveKinds.slice(0, waveKinds.indexOf(kind));
  return earlier.every((other) => findWindow(props, other, localityKey)?.closedAt);
}

function stateOf(window: WindowProps, now: Date): "not-yet" | "open" | "closed" {
  if (window.closedAt) return "closed";
  return window.opensAt > now ? "not-yet" : "open";
}

/** Each makes a link of the locality's training room, and opens the page for the projector or for the lent tablet. */
function RoomButtons({
  props,
  locality,
}: {
  props: TableProps;
  locality: { key: string; nominative: string };
}) {
  const { wallLink, tabletLink } = roomTexts[props.language];
  const links = [
    ["wall", wallLink],
    ["kiosk", tabletLink],
  ] as const;
  return (
    <>
      {links.map(([page, words]) => (
        <form method="post" action={`/programmes/${props.slug}/localities/${locality.key}/${page}`}>
          <button class="quiet" type="submit" aria-label={`${words}: ${locality.nominative}`}>
            {words}
          </button>
        </form>
      ))}
    </>
  );
}
