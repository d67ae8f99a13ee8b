package pairdesk.engine.loop;

/**
 * One account with everything that works on its books: the real one, or the paper one. Markets,
 * venues and what people set are shared, everything that is owned, owed or under way is not.
 */
record Account(
    Parts parts,
    Fills fills,
    OrderFacts facts,
    Situation situation,
    Executions executions,
    Housekeeping housekeeping,
    Kpis kpis) {

  /** What comes from outside is taken in; orders in doubt are asked for; executions move on. */
  void look(Turn turn) {
    fills.look(turn);
    parts.resolver().look(turn);
    housekeeping.breakers(turn);
    executions.look(turn);
  }
}
