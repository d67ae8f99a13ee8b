package pairdesk.engine.risk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tripped breaker.
 *
 * @param name {@code failed-executions}, {@code day-loss}, {@code drawdown}, {@code latency} …
 * @param cause what tripped it, with numbers
 * @param until when it resets by itself; null when only a person resets it
 */
public record BreakerState(String name, String cause, Instant since, @Nullable Instant until) {}
