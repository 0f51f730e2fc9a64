import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';

export const number = { type: 'integer', format: 'int64', minimum: 1 } as const;
export const hash = { type: 'string', description: 'SHA-256 in base64' } as const;
export const hashes = { type: 'array', items: hash, description: 'The path of RFC 6962, from the leaf up' } as const;

/** A proof by its name: its parameters with their words, the first of them needed, and what it answers. */
export const Proves = (
  title: string,
  summary: string,
  parameters: Readonly<Record<string, string>>,
  properties: Readonly<Record<string, object>>,
) =>
  applyDecorators(
    ApiOperation({ summary, description: 'How to check it: docs/audit.md.' }),
    ...Object.entries(parameters).map(([name, description], place) =>
      ApiQuery({ name, required: place === 0, description, schema: { ...number, ...(place === 0 && { example: 1 }) } }),
    ),
    ApiResponse({
      status: 200,
      description: summary,
      content: {
        'application/json': {
          schema: { title, type: 'object', additionalProperties: false, required: Object.keys(properties), properties },
        },
      },
    }),
  );
