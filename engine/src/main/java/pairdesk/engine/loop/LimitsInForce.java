package pairdesk.engine.loop;

import java.time.Instant;
import pairdesk.engine.risk.Dial;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.gate.RiskGate;

/** The limits as people have set them last, and the gate that judges by them. */
final class LimitsInForce {
  private final EngineSettings settings;
  private Limits limits;
  private long version;
  private RiskGate gate;

  LimitsInForce(EngineSettings settings) {
    this.settings = settings;
    this.limits = settings.rules().inForce();
    this.version = version(settings, limits);
    this.gate = gate(settings, limits, version);
  }

  Limits limits() {
    return limits;
  }

  /** When an account must have been read to count now. */
  Instant oldestReport(Instant now) {
    return now.minus(limits.capital().reportAge());
  }

  EngineView.SetLimits view() {
    return new EngineView.SetLimits(limits, settings.rules().limits());
  }

  RiskGate gate() {
    return gate;
  }

  /** Stored with every verdict; the same limits have the same number after a restart. */
  long version() {
    return version;
  }

  /**
   * @throws IllegalArgumentException when it would limit nothing; then nothing changes
   */
  void turn(Dial dial, long value) {
    limits = dial.set(limits, value);
    version = version(settings, limits);
    gate = gate(settings, limits, version);
  }

  private static RiskGate gate(EngineSettings settings, Limits limits, long version) {
    return new RiskGate(limits, settings.rules().fees(), version);
  }

  private static long version(EngineSettings settings, Limits limits) {
    long version = settings.account().settingsVersion();
    for (Dial dial : Dial.values()) {
      long value = dial.read(limits);
      if (value != dial.read(settings.rules().limits())) {
        version = (version * 31 + dial.title().hashCode()) * 31 + value;
      }
    }
    return version & Long.MAX_VALUE;
  }
}
