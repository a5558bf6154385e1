import type { Language } from "../../../server/domain/text.ts";
import { apiTexts, type EndpointName } from "../../texts/api.ts";
import { dashboardTexts } from "../../texts/dashboard.ts";
import { document } from "../layout.tsx";
import { ResultsFrame, type ResultsProps } from "./results-frame.tsx";

interface Props extends ResultsProps {
  /** The origin that addresses begin with. */
  origin: string;
  endpoints: readonly { path: string; name: EndpointName }[];
  tokens: readonly ShownToken[];
  /** A token just made: shown this once. */
  made: string | undefined;
}

/** A token with its days in words. */
export interface ShownToken {
  id: string;
  name: string;
  validUntil: string;
  lastUsed: string | null;
}

/** What programmers need: addresses, a description for their tools, and tokens. */
export function apiPage(props: Props): string {
  const { language, programme } = props;
  const texts = apiTexts[language];
  const results = `/programmes/${programme.slug}/results`;
  return document(
    <ResultsFrame
      props={props}
      title={texts.title}
      path="api"
      trail={[{ href: results, text: dashboardTexts[language].results }]}
    >
      <p>{texts.lead}</p>
      {props.made ? <Made token={props.made} language={language} /> : null}
      <Addresses props={props} />
      <h2>{texts.tokens}</h2>
      {props.tokens.length === 0 ? <p>{texts.noTokens}</p> : <Tokens props={props} />}
      <TokenForm props={props} />
    </ResultsFrame>,
  );
}

function Made({ token, language }: { token: string; language: Language }) {
  const texts = apiTexts[language];
  return (
    <section class="notice-box" aria-labelledby="made">
      <h2 id="made">{texts.madeTitle}</h2>
      <p>{texts.madeAdvice}</p>
      <p>
        <code class="secret">{token}</code>
      </p>
    </section>
  );
}

function Addresses({ props }: { props: Props }) {
  const texts = apiTexts[props.language];
  const base = `${props.origin}/api/v1/programmes/${props.programme.slug}`;
  return (
    <>
      <h2>{texts.addresses}</h2>
      <dl class="addresses">
        {props.endpoints.map(({ path, name }) => (
          <>
            <dt>
              <code>{`GET ${base}${path}`}</code>
            </dt>
            <dd>{texts.endpoints[name]}</dd>
          </>
        ))}
      </dl>
      <p>
        <a href="/api/v1/openapi.json">{texts.description}</a>
      </p>
      <h3>{texts.example}</h3>
      <pre class="example">
        <code>{`curl -H "Authorization: Bearer pokytis_…" ${base}/results`}</code>
      </pre>
    </>
  );
}

function Tokens({ props }: { props: Props }) {
  const texts = apiTexts[props.language];
  return (
    <ul class="tokens">
      {props.tokens.map(({ id, name, validUntil, lastUsed }) => (
        <li>
          <span>
            <strong>{name}</strong>
            {`: ${texts.validUntil(validUntil)}, ${texts.lastUsed(lastUsed)}`}
          </span>
          <form
            method="post"
            action={`/programmes/${props.programme.slug}/api/tokens/${id}/revocation`}
          >
            <button class="quiet" type="submit" aria-label={texts.revokeNamed(name)}>
              {texts.revoke}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

function TokenForm({ props }: { props: Props }) {
  const texts = apiTexts[props.language];
  return (
    <form
      method="post"
      action={`/programmes/${props.programme.slug}/api/tokens`}
      class="choice-form"
    >
      <label for="name">{texts.name}</label>
      <input id="name" name="name" required maxlength={80} aria-describedby="name-advice" />
      <span class="soft" id="name-advice">
        {texts.nameAdvice}
      </span>
      <label for="days">{texts.days}</label>
      <input id="days" name="days" type="number" min={1} max={365} value="90" required />
      <button type="submit">{texts.make}</button>
    </form>
  );
}
