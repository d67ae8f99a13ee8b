package pairdesk.bot.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/** Writes what another encoder would, without secrets: message, values and exceptions alike. */
final class RedactingEncoder extends EncoderBase<ILoggingEvent> {
  private final Encoder<ILoggingEvent> plain;
  private final Redaction redaction;

  RedactingEncoder(Encoder<ILoggingEvent> plain, Redaction redaction) {
    this.plain = plain;
    this.redaction = redaction;
  }

  @Override
  public byte[] headerBytes() {
    return plain.headerBytes();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String line = new String(plain.encode(event), StandardCharsets.UTF_8);
    return redaction.apply(line).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] footerBytes() {
    return plain.footerBytes();
  }
}
