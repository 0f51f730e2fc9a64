import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { answerHeaders } from './answer-headers.js';

/** All that the document tells of, and the name of a file; what is for the browser itself it needs no leave to read. */
const exposedHeaders = [
  'Content-Disposition',
  ...Object.keys(answerHeaders).filter((name) => !name.startsWith('Access-Control-')),
];

/** Lets pages of these origins read answers in a browser, without cookies; where none is named, nothing is registered. */
export async function admitOrigins(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await server.register(cors, {
    origin: [...origins],
    credentials: false,
    methods: ['GET', 'HEAD', 'POST', 'PATCH'],
    exposedHeaders,
  });
}
