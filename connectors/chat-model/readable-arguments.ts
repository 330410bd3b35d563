import * as z from 'zod';

type Fetch = (url: Parameters<typeof fetch>[0], init?: RequestInit) => Promise<Response>;

const callSchema = z.looseObject({ function: z.looseObject({ arguments: z.string() }) });
const answerSchema = z.looseObject({
  choices: z.array(z.looseObject({ message: z.looseObject({ tool_calls: z.array(callSchema) }) })).min(1),
});

/**
 * Answers of chat completions in which the arguments of every call can be read: what a model wrote that is no JSON becomes `{"": "as it
 * wrote it"}`, which is of no tool's shape and is answered as such. LangChain takes an answer all of whose calls are broken for one of an
 * outdated package, and prints that to the console.
 */
export function withReadableArguments(fetchAnswer: Fetch): Fetch {
  return async (url, init) => {
    const response = await fetchAnswer(url, init);
    if (!response.ok || response.headers.get('content-type')?.startsWith('application/json') !== true)
      return response;
    const text = await response.text();
    return new Response(readable(text) ?? text, response);
  };
}

/** @returns Undefined when there is nothing to change. */
function readable(text: string): string | undefined {
  const { success, data } = answerSchema.safeParse(parsed(text));
  const calls = success ? data.choices.flatMap(({ message }) => message.tool_calls) : [];
  const broken = calls.filter((call) => parsed(call.function.arguments) === undefined);
  for (const call of broken) call.function.arguments = JSON.stringify({ '': call.function.arguments });
  return broken.length === 0 ? undefined : JSON.stringify(data);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
