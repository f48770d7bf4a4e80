/** Said of a formula that only the exact interpreter can work out; its households are sent there. */
export class NotLowerable extends Error {}
