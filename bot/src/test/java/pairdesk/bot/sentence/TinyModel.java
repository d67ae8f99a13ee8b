package pairdesk.bot.sentence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An encoder of one layer, written as ONNX's protobuf: each id has a vector in a table, and that is
 * all it does.
 */
public final class TinyModel {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final long OPSET = 13;
  private static final long IR_VERSION = 8;

  private TinyModel() {}

  /**
   * @param input {@code input_ids} or another name for the first input
   */
  public static Path write(Path file, String input, float[][] table) throws IOException {
    Message gather =
        new Message().text(1, "table").text(1, input).text(2, "hidden").text(4, "Gather");
    Message graph =
        new Message()
            .message(1, gather)
            .text(2, "tiny")
            .message(5, tensor(table))
            .message(11, value(input, INT64, "one", "pieces"))
            .message(12, value("hidden", FLOAT, "one", "pieces", "width"));
    Message model =
        new Message()
            .number(1, IR_VERSION)
            .message(7, graph)
            .message(8, new Message().text(1, "").number(2, OPSET));
    return Files.write(file, model.bytes());
  }

  private static Message tensor(float[][] table) {
    ByteBuffer raw =
        ByteBuffer.allocate(table.length * table[0].length * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : table) {
      for (float each : row) {
        raw.putFloat(each);
      }
    }
    return new Message()
        .number(1, table.length)
        .number(1, table[0].length)
        .number(2, FLOAT)
        .text(8, "table")
        .bytes(9, raw.array());
  }

  private static Message value(String name, int type, String... dimensions) {
    Message shape = new Message();
    for (String dimension : dimensions) {
      shape.message(1, new Message().text(2, dimension));
    }
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A protobuf message in the making. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      variable((long) field << 3);
      variable(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes());
    }

    Message bytes(int field, byte[] value) {
      variable(((long) field << 3) | 2);
      variable(value.length);
      out.writeBytes(value);
      return this;
    }

    private void variable(long value) {
      long left = value;
      while (left > 0x7f) {
        out.write((int) ((left & 0x7f) | 0x80));
        left >>>= 7;
      }
      out.write((int) left);
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
