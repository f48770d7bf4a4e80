/** The form of a programme as a JSON Schema, for everybody who sends situations by machine. */
import type { CompiledProgramme } from '../packs/compile.ts'
import type { Field, Scope } from './field.ts'

export type JsonSchema = { readonly [key: string]: JsonSchema | readonly unknown[] | string | number | boolean | null }

export function situationSchema(programme: CompiledProgramme): JsonSchema {
  const { fields, collection } = programme.form
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${programme.title.en}: situation of one household (${programme.pack}, ${programme.date})`,
    type: 'object',
    additionalProperties: false,
    required: ['members'],
    properties: {
      household: scopeSchema(fields, 'household'),
      members: { type: 'array', minItems: 1, maxItems: collection.longest, items: scopeSchema(fields, 'member') },
    },
  }
}

/** Only ascii ids are described; the Chinese names are accepted as well. */
function scopeSchema(fields: readonly Field[], scope: Scope): JsonSchema {
  const own = fields.filter(field => field.scope === scope)
  return {
    type: 'object',
    required: own.filter(field => field.whenMissing === undefined).map(field => field.id),
    properties: Object.fromEntries(own.map(field => [field.id, factSchema(field)])),
  }
}

/** A bare value, or the value with its source and date. */
function factSchema(field: Field): JsonSchema {
  const value = valueSchema(field)
  const sourced = {
    type: 'object',
    additionalProperties: false,
    required: ['value'],
    properties: { value, source: { type: 'string' }, date: { type: 'string', format: 'date' } },
  }
  return {
    title: field.name,
    description: [field.label.en, field.unit && `unit ${field.unit}`].filter(Boolean).join('; '),
    anyOf: [value, sourced],
    ...(field.whenMissing === undefined ? {} : { default: field.whenMissing }),
  }
}

function valueSchema(field: Field): JsonSchema {
  const plain = plainSchema(field)
  return field.nullable || field.unsureAllowed ? { anyOf: [plain, { type: 'null' }] } : plain
}

function plainSchema(field: Field): JsonSchema {
  switch (field.type) {
    case 'yes-no':
      return { type: 'boolean' }
    case 'choice':
      return { enum: [...new Set(field.options.flatMap(option => [option.id, option.value]))] }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'text':
      return { type: 'string', maxLength: 200 }
    case 'number': {
      const decimals = field.decimals > 0 ? `(\\.[0-9]{1,${field.decimals}})?` : ''
      return {
        anyOf: [
          { type: 'number', minimum: Number(field.min), maximum: Number(field.max) },
          { type: 'string', pattern: `^-?[0-9]+${decimals}$` },
        ],
      }
    }
  }
}
