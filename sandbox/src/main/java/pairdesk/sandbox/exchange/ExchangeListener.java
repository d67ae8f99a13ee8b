package pairdesk.sandbox.exchange;

/**
 * Told of every event in order, under the exchange's lock: it must neither block nor trade; it may
 * enter work for later with {@link Exchange#at}.
 */
@FunctionalInterface
public interface ExchangeListener {
  void on(ExchangeEvent event);
}
