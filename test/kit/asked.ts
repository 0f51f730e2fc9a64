import { randomUUID } from 'node:crypto';
import { StoryLine, type Json, type Reply, type Request } from './reply.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Who asked: can ask again, and knows which questions nobody has waited for. */
export interface Asker {
  send(request: Request): Promise<Reply>;
  readonly unawaited: Set<Asked>;
}

/**
 * A question on its way, with what the story expects of the answer. Expectations can be chained, and the whole is
 * awaited once: `const seat = await secretariat.post('seats', entry).created({ number: '7' })`.
 */
export class Asked implements PromiseLike<Reply> {
  constructor(
    private readonly reply: Promise<Reply>,
    private readonly asker: Asker,
  ) {
    asker.unawaited.add(this);
    reply.catch(() => undefined); // reported to whoever awaits, or as unawaited
  }

  then<Kept = Reply, Failed = never>(
    kept?: ((reply: Reply) => Kept | PromiseLike<Kept>) | null,
    failed?: ((reason: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Kept | Failed> {
    this.asker.unawaited.delete(this);
    return this.reply.then(kept, failed);
  }

  /** Success, and the body holds at least this. */
  is(partial: Json = {}): Asked {
    return this.which((reply, at) =>
      reply.expect(at, (expect) => {
        expect(Math.floor(reply.status / 100)).toBe(2);
        expect(reply.body).toMatchObject(partial);
      }),
    );
  }

  /** 201 with a `Location`, and the body holds at least this. */
  created(partial: Json = {}): Asked {
    return this.which((reply, at) =>
      reply.expect(at, (expect) => {
        expect(reply.status).toBe(201);
        expect(reply.location).toMatch(/^\/api\/v1\//);
        expect(reply.body).toMatchObject(partial);
      }),
    );
  }

  /** Success, and a list of exactly these, in this order, each holding at least what is given. */
  lists(...items: Json[]): Asked {
    return this.is({ items });
  }

  /** The body has these properties, and shows nothing in them. */
  masks(...names: string[]): Asked {
    return this.which((reply, at) =>
      reply.expect(at, (expect) => {
        for (const name of names) expect(reply.body).toHaveProperty(name, null);
      }),
    );
  }

  /** The body has none of these properties. */
  lacks(...names: string[]): Asked {
    return this.which((reply, at) =>
      reply.expect(at, (expect) => {
        for (const name of names) expect(reply.body).not.toHaveProperty(name);
      }),
    );
  }

  /** Refused with this problem, in a well-formed problem document. */
  refused(code: string, status?: number): Asked {
    return this.which((reply, at) =>
      reply.expect(at, (expect) => {
        expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
        expect(reply.body).toMatchObject({
          type: `/docs/problems/${code}`,
          title: expect.stringMatching(/\S/),
          status: status ?? reply.status,
          detail: expect.stringMatching(/\S/),
          instance: reply.request.path.split('?')[0],
          code,
          requestId: expect.stringMatching(/\S/),
        });
        expect(reply.body['status']).toBe(reply.status);
        expect(reply.text).not.toMatch(
          /(?<!Bearer )…|\{\w+\}|\bselect\b|_(fk|check|unique|excluded|code)\b|node_modules|\.ts:/,
        );
      }),
    );
  }

  /** Refused because the field at a JSON pointer breaks a rule. */
  refusedAt(pointer: string, rule: string): Asked {
    return this.which((reply, at) =>
      reply.expect(at, (expect) => {
        expect([400, 409, 422]).toContain(reply.status);
        expect(reply.body['errors']).toContainEqual(
          expect.objectContaining({ pointer, code: rule, message: expect.stringMatching(/\S/) }),
        );
      }),
    );
  }

  /** Refused at just these JSON pointers, whatever their order. */
  tellsOf(...pointers: string[]): Asked {
    return this.which((reply, at) =>
      reply.expect(at, (expect) => {
        const told = (reply.body['errors'] as Json[]).map(({ pointer }) => pointer);
        expect(told.sort()).toEqual([...pointers].sort());
      }),
    );
  }

  /** 404, and the same bytes as for a record that does not exist, apart from what names the request. */
  unknown(): Asked {
    return this.refused('unknown-record', 404).which(async (reply, at) => {
      const { request } = reply;
      const other = await this.asker.send({ ...request, path: request.path.replace(UUID, () => randomUUID()) });
      reply.expect(at, (expect) => expect(bytesOf(reply)).toEqual(bytesOf(other)));
    });
  }

  /** 403: the role has no such right. */
  forbidden(): Asked {
    return this.refused('not-your-right', 403);
  }

  /** 401: nobody is signed in. */
  anonymous(): Asked {
    return this.refused('sign-in-needed', 401);
  }

  private which(holds: (reply: Reply, at: StoryLine) => void | Promise<void>): Asked {
    const at = new StoryLine();
    const checked = this.then(async (reply) => {
      await holds(reply, at);
      return reply;
    });
    return new Asked(checked, this.asker);
  }
}

/** What a stranger could compare: the text without what names the request, and the headers that do not change by themselves. */
function bytesOf(reply: Reply): object {
  const { requestId, instance } = reply.body as { requestId: string; instance: string };
  const text = reply.text.replace(JSON.stringify(requestId), '""').replace(JSON.stringify(instance), '""');
  return { status: reply.status, text, headers: reply.tellingHeaders };
}
