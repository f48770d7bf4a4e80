/** A role held at a division for a time, who may hold which together, and what a grant lets its holder see. Pure. */
import { type DivisionCode, isDivision, levelOf, prefixOf } from '@doudi/kernel'
import type { Scope } from '#platform/database/work.ts'
import { type Role, rolesTable } from './roles.ts'

export interface HeldRole {
  readonly role: string
  /** 12 digits. */
  readonly division: string
}

export function roleNamed(id: string): Role | undefined {
  return Object.hasOwn(rolesTable, id) ? rolesTable[id] : undefined
}

/** Everything below a division begins with these digits. */
export function reachOf(division: string): string {
  return isDivision(division) ? prefixOf(division as DivisionCode) : division
}

export function isHeldAtItsLevel({ role, division }: HeldRole): boolean {
  const held = roleNamed(role)
  if (!held || !isDivision(division)) return false
  const level = levelOf(division)
  return held.level === level || (held.alsoAbove === true && level !== 'town' && level !== 'village')
}

/** Two areas overlap when one contains the other. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [reachOf(one), reachOf(other)]
  return a.startsWith(b) || b.startsWith(a)
}

/** The first of the held roles that nobody may hold together with `wanted` over the same area. */
export function clashOf(wanted: HeldRole, held: readonly HeldRole[]): HeldRole | undefined {
  return held.find(other => excludes(wanted.role, other.role) && overlap(wanted.division, other.division))
}

function excludes(one: string, other: string): boolean {
  return Boolean(roleNamed(one)?.incompatible.includes(other) || roleNamed(other)?.incompatible.includes(one))
}

/** What the roles that carry a permission let their holder see; other roles of theirs add nothing. */
export function scopeOf(carrying: readonly HeldRole[]): Pick<Scope, 'areas' | 'adminAreas' | 'auditAreas'> {
  const reach = (sees: Role['sees']) => [
    ...new Set(carrying.filter(({ role }) => roleNamed(role)?.sees === sees).map(({ division }) => reachOf(division))),
  ]
  return { areas: reach('business'), adminAreas: reach('accounts'), auditAreas: reach('journal') }
}

export function carrying(held: readonly HeldRole[], permission: string): HeldRole[] {
  return held.filter(({ role }) => roleNamed(role)?.permissions.includes(permission))
}
