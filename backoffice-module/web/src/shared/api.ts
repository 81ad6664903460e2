/** A refusal or failure of the REST API. */
export class ApiError extends Error {
  /**
   * @param status HTTP status, 0 when the service was not reached
   * @param code the protocol's error code, `unreachable` when the service was not reached
   * @param pointer to the field of the body that is wrong (RFC 6901), or null
   */
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly pointer: string | null = null,
  ) {
    super(detail);
    this.name = "ApiError";
  }
}

/** How long an answer may take, in milliseconds. */
const PATIENCE = 15_000;

/** Calls the service's REST API (`docs/plug-in/rest.md`) as the holder of one token. */
export class Api {
  /**
   * @param token gives the bearer token; `fresh` is set after the service refused the last one
   * @param base prefix of every route
   */
  constructor(
    private readonly token: (fresh: boolean) => Promise<string | null>,
    private readonly base = "/api/v1",
    private readonly send: typeof fetch = (input, init) => fetch(input, init),
  ) {}

  /**
   * Calls one route and gives its JSON answer, `undefined` where there is none. A 401 is tried once more with a fresh token.
   *
   * @throws {@link ApiError} on any answer but a success
   */
  async call<Answer>(
    method: "GET" | "POST" | "PUT" | "DELETE",
    route: string,
    body?: unknown,
  ): Promise<Answer> {
    let response = await this.attempt(method, route, body, false);
    if (response.status === 401) response = await this.attempt(method, route, body, true);
    if (!response.ok) throw await refusal(response);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  }

  /**
   * Hands a file over as it is, with its type, and gives the JSON answer.
   *
   * @throws {@link ApiError} on any answer but a success
   */
  async upload<Answer>(route: string, file: Blob): Promise<Answer> {
    let response = await this.attempt("PUT", route, file, false);
    if (response.status === 401) response = await this.attempt("PUT", route, file, true);
    if (!response.ok) throw await refusal(response);
    return (await response.json()) as Answer;
  }

  /**
   * Fetches a text that is no JSON, such as a table.
   *
   * @throws {@link ApiError} on any answer but a success
   */
  async text(route: string): Promise<string> {
    const response = await this.attempt("GET", route, undefined, false);
    if (!response.ok) throw await refusal(response);
    return response.text();
  }

  private async attempt(method: string, route: string, body: unknown, fresh: boolean) {
    const token = await this.token(fresh);
    const headers: Record<string, string> = { Accept: "application/json, text/csv;q=0.9" };
    if (token !== null) headers["Authorization"] = `Bearer ${token}`;
    const file = body instanceof Blob ? body : null;
    if (body !== undefined) headers["Content-Type"] = file?.type ?? "application/json";
    try {
      return await this.send(this.base + route, {
        method,
        headers,
        cache: "no-store",
        credentials: "omit",
        signal: AbortSignal.timeout(PATIENCE),
        ...(body === undefined ? {} : { body: file ?? JSON.stringify(body) }),
      });
    } catch {
      throw new ApiError(0, "unreachable", "The service was not reached");
    }
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const fallback = response.status >= 500 ? "unavailable" : "internal";
  try {
    const problem = (await response.json()) as {
      code?: unknown;
      detail?: unknown;
      pointer?: unknown;
    };
    const code = typeof problem.code === "string" ? problem.code : fallback;
    return new ApiError(
      response.status,
      code,
      typeof problem.detail === "string" ? problem.detail : "",
      typeof problem.pointer === "string" ? problem.pointer : null,
    );
  } catch {
    return new ApiError(response.status, fallback, "");
  }
}
