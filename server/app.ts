import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { trimTrailingSlash } from "hono/trailing-slash";
import type { Deps } from "./deps.ts";
import { Problem } from "./domain/problem.ts";
import { annexRoutes } from "./features/annexes/routes.ts";
import { answeringRoutes } from "./features/answering/routes.ts";
import { cardRoutes } from "./features/cards/routes.ts";
import { certificateRoutes } from "./features/certificates/routes.ts";
import { verificationRoutes } from "./features/certificates/verification-routes.ts";
import { dashboardRoutes } from "./features/dashboard/routes.ts";
import { earlierAnswersRoutes } from "./features/earlier-answers/routes.ts";
import { entryRoutes } from "./features/entry/routes.ts";
import { mailingRoutes } from "./features/mailings/routes.ts";
import { movingRoutes } from "./features/moving/routes.ts";
import { packageRoutes } from "./features/packages/routes.ts";
import { paperRoutes } from "./features/paper/routes.ts";
import { participantRoutes } from "./features/participants/routes.ts";
import { privacyRoutes } from "./features/privacy/routes.ts";
import { programmeRoutes } from "./features/programmes/routes.ts";
import { publicResultsRoutes } from "./features/public-results/routes.ts";
import { exchangeRoutes } from "./features/questionnaires/exchange-routes.ts";
import { questionnaireRoutes } from "./features/questionnaires/routes.ts";
import { roomRoutes } from "./features/room/routes.ts";
import { setupRoutes } from "./features/setup/routes.ts";
import { staffRoutes } from "./features/staff/routes.ts";
import { limitBody } from "./http/body-limit.ts";
import { answerError } from "./http/errors.ts";
import { healthRoutes } from "./http/health.ts";
import { isOwnOrigin, knownHost } from "./http/host.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { staticRoutes } from "./http/static.ts";

const bodyBytes = 256 * 1024;
const uploadBytes = 8 * 1024 * 1024;

/** The whole application: what every request passes, in order, and the features behind it. */
export function createApp(deps: Deps): Hono {
  const app = new Hono({ strict: true });
  app.onError(answerError(deps));
  app.notFound(() => {
    throw new Problem("not-found");
  });

  app.use(securityHeaders(deps.assets.styleHashes, deps.publicUrl?.protocol === "https:"));
  app.use(knownHost(deps.publicUrl));
  app.use(
    csrf({
      origin: (origin, c) => isOwnOrigin(origin, deps.publicUrl, c.req.header("host") ?? ""),
    }),
  );
  const [limitForm, limitUpload] = [limitBody(bodyBytes), limitBody(uploadBytes)];
  app.use((c, next) => (isUpload(c.req.path) ? limitUpload(c, next) : limitForm(c, next)));
  app.use(trimTrailingSlash());

  app.route("/", healthRoutes(deps));
  app.route("/", staticRoutes(deps.assets));
  app.route("/", answeringRoutes(deps));
  app.route("/", staffRoutes(deps));
  // Before the programmes, one of which could not be told from the address of a new one.
  app.route("/", setupRoutes(deps));
  app.route("/", movingRoutes(deps));
  app.route("/", programmeRoutes(deps));
  app.route("/", roomRoutes(deps));
  app.route("/", cardRoutes(deps));
  app.route("/", paperRoutes(deps));
  app.route("/", entryRoutes(deps));
  app.route("/", dashboardRoutes(deps));
  app.route("/", annexRoutes(deps));
  app.route("/", packageRoutes(deps));
  app.route("/", certificateRoutes(deps));
  app.route("/", verificationRoutes(deps));
  // Before the editor: "import" is no questionnaire's id.
  app.route("/", exchangeRoutes(deps));
  app.route("/", questionnaireRoutes(deps));
  app.route("/", participantRoutes(deps));
  app.route("/", mailingRoutes(deps));
  app.route("/", privacyRoutes(deps));
  app.route("/", earlierAnswersRoutes(deps));
  app.route("/", publicResultsRoutes(deps));
  return app;
}

/** Staff send files to addresses that end so, and only below a programme. */
function isUpload(path: string): boolean {
  return path.startsWith("/programmes/") && path.endsWith("/upload");
}
