package pairdesk.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.TradeStep;
import pairdesk.sandbox.wire.kalshi.Limits;

/**
 * How a sandbox is started.
 *
 * @param seed of everything that is by chance, the credentials included
 * @param speedPercent 100 is real time for what the sandbox itself waits for
 * @param moreListings files with further listings, Kalshi's and Polymarket's
 */
public record SandboxOptions(
    long seed,
    int speedPercent,
    Ports ports,
    Money money,
    Venues venues,
    Optional<Listings> moreListings) {

  /** All on 127.0.0.1; 0 takes a free one. */
  public record Ports(int kalshi, int polymarket, int discord, int control) {
    public static final Ports FREE = new Ports(0, 0, 0, 0);
  }

  /**
   * What the trader starts with.
   *
   * @param kalshi by shard
   */
  public record Money(Map<Integer, Usd> kalshi, Usd polymarket) {
    public static final Money USUAL =
        new Money(
            Map.of(0, Usd.ofDollars(10_000), 2, Usd.ofDollars(5_000), 3, Usd.ofDollars(5_000)),
            Usd.ofDollars(20_000));

    public Money {
      kalshi = Map.copyOf(kalshi);
    }
  }

  /**
   * How the venues behave.
   *
   * @param zombieWindow how long after its arrival a lost request may still be booked
   * @param kalshiReadLag how late Kalshi's lists of orders are
   * @param settlement the steps of a Polymarket trade
   */
  public record Venues(
      Duration zombieWindow, Duration kalshiReadLag, Limits kalshi, List<TradeStep> settlement) {
    public static final Venues USUAL =
        new Venues(
            Duration.ofSeconds(10), Duration.ofMillis(300), Limits.advanced(), TradeStep.usual());

    public Venues {
      settlement = List.copyOf(settlement);
    }
  }

  /** Files of one JSON object a line. */
  public record Listings(Path kalshi, Path polymarket) {}

  /** The usual set on free ports. */
  public static SandboxOptions seeded(long seed) {
    return new SandboxOptions(seed, 100, Ports.FREE, Money.USUAL, Venues.USUAL, Optional.empty());
  }

  public SandboxOptions on(Ports newPorts) {
    return new SandboxOptions(seed, speedPercent, newPorts, money, venues, moreListings);
  }

  public SandboxOptions with(Money newMoney) {
    return new SandboxOptions(seed, speedPercent, ports, newMoney, venues, moreListings);
  }

  public SandboxOptions with(Venues newVenues) {
    return new SandboxOptions(seed, speedPercent, ports, money, newVenues, moreListings);
  }

  public SandboxOptions atSpeed(int percent) {
    return new SandboxOptions(seed, percent, ports, money, venues, moreListings);
  }

  public SandboxOptions with(Listings more) {
    return new SandboxOptions(seed, speedPercent, ports, money, venues, Optional.of(more));
  }
}
