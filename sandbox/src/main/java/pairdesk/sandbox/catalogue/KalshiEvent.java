package pairdesk.sandbox.catalogue;

/**
 * An event on Kalshi.
 *
 * @param mutuallyExclusive at most one of its markets resolves YES
 * @param shard the part of the exchange that matches it
 */
public record KalshiEvent(
    String ticker,
    KalshiSeries series,
    String title,
    String subTitle,
    boolean mutuallyExclusive,
    int shard) {}
