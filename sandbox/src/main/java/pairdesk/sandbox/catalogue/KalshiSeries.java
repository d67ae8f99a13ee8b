package pairdesk.sandbox.catalogue;

import java.util.List;
import pairdesk.sandbox.exchange.FeeTerms;

/** A series of events on Kalshi. */
public record KalshiSeries(
    String ticker,
    String title,
    String category,
    String frequency,
    List<String> tags,
    FeeTerms.Kalshi fees) {}
