package pairdesk.venues.polymarket;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libsecp256k1 as it lies in the jar {@code fr.acinq.secp256k1}, called without its Java side,
 * which cannot sign recoverably. Arrays are handed over in place: a call lasts some microseconds.
 */
final class NativeCurve {
  private static final Logger LOG = LoggerFactory.getLogger(NativeCurve.class);
  private static final int WORD = 32;
  private static final int NO_FLAGS = 1; // SECP256K1_CONTEXT_NONE
  private static final Optional<NativeCurve> LOADED = load();

  private final MemorySegment context;
  private final MethodHandle sign;
  private final MethodHandle serialize;

  private NativeCurve(SymbolLookup library) {
    this.context = newContext(library);
    this.sign = function(library, "secp256k1_ecdsa_sign_recoverable", 6);
    this.serialize =
        function(library, "secp256k1_ecdsa_recoverable_signature_serialize_compact", 4);
  }

  /** Empty where there is no such library for this machine, or it does not load. */
  static Optional<NativeCurve> loaded() {
    return LOADED;
  }

  /**
   * @return r ‖ s ‖ v, as {@link DigestSigner} says
   */
  byte[] sign(byte[] digest, byte[] secret) {
    if (digest.length != WORD || secret.length != WORD) {
      throw new IllegalArgumentException("digest and key have 32 bytes"); // read beyond otherwise
    }
    byte[] recoverable = new byte[DigestSigner.SIGNATURE_BYTES];
    byte[] signature = new byte[DigestSigner.SIGNATURE_BYTES];
    int[] recovery = new int[1];
    MemorySegment opaque = MemorySegment.ofArray(recoverable);
    try {
      int signed =
          (int)
              sign.invokeExact(
                  context,
                  opaque,
                  MemorySegment.ofArray(digest),
                  MemorySegment.ofArray(secret),
                  MemorySegment.NULL,
                  MemorySegment.NULL);
      int written =
          (int)
              serialize.invokeExact(
                  context,
                  MemorySegment.ofArray(signature),
                  MemorySegment.ofArray(recovery),
                  opaque);
      if (signed != 1 || written != 1) {
        throw new IllegalStateException("libsecp256k1 does not sign");
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a native call throws nothing", e);
    }
    signature[64] = (byte) (27 + recovery[0]);
    return signature;
  }

  private static Optional<NativeCurve> load() {
    String resource = resource();
    try (InputStream library = NativeCurve.class.getResourceAsStream(resource)) {
      if (library == null) {
        LOG.atInfo()
            .addKeyValue("library", resource)
            .log("no native secp256k1 for this machine: orders are signed by Bouncy Castle");
        return Optional.empty();
      }
      Path file = Files.createTempFile("secp256k1", ".so");
      try {
        Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
        var loaded = Optional.of(open(file));
        LOG.atInfo().addKeyValue("library", resource).log("orders are signed by native secp256k1");
        return loaded;
      } finally {
        Files.delete(file); // what is loaded stays
      }
    } catch (IOException | IllegalArgumentException | NoSuchElementException e) {
      LOG.atWarn()
          .addKeyValue("library", resource)
          .setCause(e)
          .log("native secp256k1 not loaded: orders are signed by Bouncy Castle");
      return Optional.empty();
    }
  }

  private static String resource() {
    String machine =
        switch (System.getProperty("os.arch", "")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "aarch64";
          case String other -> other;
        };
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return "/fr/acinq/secp256k1/jni/native/%s-%s/libsecp256k1-jni.so".formatted(system, machine);
  }

  @SuppressWarnings("restricted") // the library comes from the jar that the build pins
  private static NativeCurve open(Path file) {
    return new NativeCurve(SymbolLookup.libraryLookup(file, Arena.global()));
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(SymbolLookup library, String name, int addresses) {
    var arguments = new MemoryLayout[addresses];
    Arrays.fill(arguments, ADDRESS);
    return Linker.nativeLinker()
        .downcallHandle(
            library.find(name).orElseThrow(),
            FunctionDescriptor.of(JAVA_INT, arguments),
            Linker.Option.critical(true));
  }

  @SuppressWarnings("restricted")
  private static MemorySegment newContext(SymbolLookup library) {
    MethodHandle create =
        Linker.nativeLinker()
            .downcallHandle(
                library.find("secp256k1_context_create").orElseThrow(),
                FunctionDescriptor.of(ADDRESS, JAVA_INT));
    try {
      return (MemorySegment) create.invokeExact(NO_FLAGS);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a native call throws nothing", e);
    }
  }
}
