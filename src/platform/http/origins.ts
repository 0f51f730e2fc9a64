import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { answerHeaders } from './answer-headers.js';

/**
 * All that the document tells of, the name of a file, and the instant of the answer, from which on a copy is kept up to date;
 * what is for the browser itself it needs no leave to read.
 */
const exposedHeaders = [
  'Content-Disposition',
  'Date',
  ...Object.keys(answerHeaders).filter((name) => !name.startsWith('Access-Control-')),
];

/** How long a browser may keep what it was told of an address; it asks of each before anything else. */
const ASKED_AGAIN_AFTER_S = 600;

/** Lets pages of these origins read answers in a browser, without cookies; where none is named, nothing is registered. */
export async function admitOrigins(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await server.register(cors, {
    origin: [...origins],
    credentials: false,
    methods: ['GET', 'HEAD', 'POST', 'PATCH'],
    exposedHeaders,
    maxAge: ASKED_AGAIN_AFTER_S,
  });
}
