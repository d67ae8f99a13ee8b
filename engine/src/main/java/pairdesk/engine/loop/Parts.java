package pairdesk.engine.loop;

/**
 * What the engine owns, passed to the workers of one account together.
 *
 * @param desk what people allow: the same for every account
 * @param stops what stops this account by itself
 */
record Parts(
    Markets markets,
    Venues venues,
    Orders orders,
    Resolver resolver,
    ExecutionBook executions,
    Ledger ledger,
    Desk desk,
    Stops stops) {}
