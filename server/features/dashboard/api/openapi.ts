import { z } from "zod";
import { apiBase, type Endpoint, endpoints, summaryOf } from "./endpoints.ts";
import { problemShape } from "./shapes.ts";

/** The API described for programmers and their tools (OpenAPI 3.1), made from the shapes that the answers have. */
export function buildOpenApi(origin: string): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Pokytis",
      version: "1",
      description:
        "Released results of one programme, read-only. No address gives an answer, a code or a person: only what evaluators see.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: origin }],
    security: [{ token: [] }],
    paths: Object.fromEntries(endpoints.map((one) => [`${apiBase}${one.path}`, pathOf(one)])),
    components: {
      schemas: namedSchemas(),
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
  };
}

function pathOf(endpoint: Endpoint): object {
  const { name, path, answer } = endpoint;
  const summary = summaryOf(endpoint);
  return {
    get: {
      operationId: name,
      summary,
      parameters: [...`${apiBase}${path}`.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => ({
        name: parameter,
        in: "path",
        required: true,
        schema: { type: "string", pattern: "^[A-Za-z0-9_-]{1,120}$" },
      })),
      responses: {
        200: {
          description: summary,
          content: { "application/json": { schema: schemaOf(answer) } },
        },
        401: problem("The token is missing, unknown, expired or withdrawn."),
        404: problem(
          "There is no such programme for this token, no release yet, or no such figure.",
        ),
      },
    },
  };
}

function problem(description: string): object {
  return { description, content: { "application/json": { schema: schemaOf(problemShape) } } };
}

const named = "#/components/schemas/";

/** The JSON Schema of a shape, with what has a name referred to and not repeated. */
function schemaOf(shape: z.ZodType): object {
  const { $schema: _dialect, $defs: _named, ...schema } = z.toJSONSchema(shape);
  return pointToComponents(schema);
}

/** Every named shape that some answer uses. */
function namedSchemas(): Record<string, object> {
  const shapes = [...endpoints.map(({ answer }) => answer), problemShape];
  const definitions = shapes.map((shape) => z.toJSONSchema(shape).$defs ?? {});
  return pointToComponents(Object.assign({}, ...definitions));
}

/** JSON Schema keeps named parts beside each schema, OpenAPI in one place for all. */
function pointToComponents<Schema extends object>(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"${named}`)) as Schema;
}
