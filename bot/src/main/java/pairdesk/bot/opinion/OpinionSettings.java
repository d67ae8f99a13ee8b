package pairdesk.bot.opinion;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.Secret;

/**
 * A language model that gives second opinions.
 *
 * @param endpoint without a slash at the end, {@code https://api.openai.com/v1}
 * @param key empty for an endpoint that wants none, as one on this machine may
 * @param file where opinions and what was spent are kept
 */
public record OpinionSettings(
    URI endpoint, Optional<Secret> key, String model, Limits limits, Path file) {

  /**
   * What it may cost.
   *
   * @param timeout of one call
   * @param dailyCap dollars in a day of UTC; what would go beyond is not asked
   */
  public record Limits(Prices prices, Usd dailyCap, Duration timeout) {}
}
