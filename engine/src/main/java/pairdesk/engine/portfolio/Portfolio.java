package pairdesk.engine.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.AccountSnapshot;

/** What we own and owe: the fold of fills, payouts, reservations and cash reports. */
public final class Portfolio {
  private final ToIntFunction<MarketId> shardOf;

  public Portfolio(ToIntFunction<MarketId> shardOf) {
    this.shardOf = shardOf;
  }

  public static Portfolio from(History history, ToIntFunction<MarketId> shardOf) {
    return new Portfolio(shardOf);
  }

  public PortfolioChange apply(Fill fill, Attribution attribution) {
    return PortfolioChange.NONE;
  }

  public PortfolioChange applyPayout(AccountSnapshot.Payout payout) {
    return PortfolioChange.NONE;
  }

  public CashPosition reserve(ClientOrderId id, Instrument instrument, Usd amount) {
    return cash(instrument.venue(), shardOf.applyAsInt(instrument.market()));
  }

  public PortfolioChange release(ClientOrderId id) {
    return PortfolioChange.NONE;
  }

  public CashReport cashReported(VenueId venue, AccountSnapshot.Cash report, Instant at) {
    return new CashReport(cash(venue, report.shard()), Usd.ZERO);
  }

  public CashPosition acceptReported(VenueId venue, int shard) {
    return cash(venue, shard);
  }

  public Position position(Instrument instrument) {
    return Position.flat(instrument);
  }

  public List<Position> positions() {
    return List.of();
  }

  public CashPosition cash(VenueId venue, int shard) {
    return new CashPosition(venue, shard, Usd.ZERO, Usd.ZERO, Instant.EPOCH);
  }

  public List<CashPosition> cash() {
    return List.of();
  }

  public List<PnlDay> pnl() {
    return List.of();
  }

  /** Realised less fees of one UTC day. */
  public Usd net(LocalDate day) {
    return Usd.ZERO;
  }

  /** Free cash by the lower of ledger and report. */
  public Usd free(VenueId venue, int shard) {
    return Usd.ZERO;
  }

  public Usd capital() {
    return Usd.ZERO;
  }

  /** Cost of what is held plus reservations, in one market. */
  public Usd committed(MarketId market) {
    return Usd.ZERO;
  }

  /** Cost of what is held plus reservations, everywhere. */
  public Usd committed() {
    return Usd.ZERO;
  }

  public Usd provisional(MarketId market) {
    return Usd.ZERO;
  }

  public List<String> brokenIdentities() {
    return List.of();
  }
}
