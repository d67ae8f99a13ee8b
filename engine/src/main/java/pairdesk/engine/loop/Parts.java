package pairdesk.engine.loop;

/** What the engine owns, passed to its workers together. */
record Parts(
    Markets markets,
    Venues venues,
    Orders orders,
    Resolver resolver,
    ExecutionBook executions,
    Ledger ledger,
    Desk desk) {}
