package pairdesk.sandbox.exchange;

/**
 * Told of every event in order, under the exchange's lock: it must neither block nor call back,
 * only take note.
 */
@FunctionalInterface
public interface ExchangeListener {
  void on(ExchangeEvent event);
}
