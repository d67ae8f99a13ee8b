package pairdesk.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * libsecp256k1 and nothing else: digest, key and room for the signature lie in native memory
 * already, and nobody copies, checks or serialises. Of Linux on x86-64, where figures are taken.
 */
final class BareCurve {
  private static final String LIBRARY =
      "/fr/acinq/secp256k1/jni/native/linux-x86_64/libsecp256k1-jni.so";
  private static final int NO_FLAGS = 1; // SECP256K1_CONTEXT_NONE
  private static final int RECOVERABLE_BYTES = 65;
  private static final int COMPACT_BYTES = 64;

  private final SymbolLookup library = library();
  private final MethodHandle sign;
  private final MethodHandle serialize;
  private final MemorySegment context;
  private final MemorySegment digest;
  private final MemorySegment secret;
  private final MemorySegment signature = Arena.global().allocate(RECOVERABLE_BYTES);

  BareCurve(byte[] digest, byte[] secret) {
    this.digest = Arena.global().allocateFrom(JAVA_BYTE, digest);
    this.secret = Arena.global().allocateFrom(JAVA_BYTE, secret);
    this.sign =
        function(
            "secp256k1_ecdsa_sign_recoverable",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    this.serialize =
        function(
            "secp256k1_ecdsa_recoverable_signature_serialize_compact",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    this.context = context();
  }

  /** 1 when it signed. */
  int sign() {
    try {
      return (int)
          sign.invokeExact(
              context, signature, digest, secret, MemorySegment.NULL, MemorySegment.NULL);
    } catch (Throwable e) {
      throw new IllegalStateException("a native call throws nothing", e);
    }
  }

  /** r ‖ s of the signature made last. */
  byte[] signature() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment compact = arena.allocate(COMPACT_BYTES);
      int written =
          (int) serialize.invokeExact(context, compact, arena.allocate(JAVA_INT), signature);
      if (written != 1) {
        throw new IllegalStateException("not serialised");
      }
      return compact.toArray(JAVA_BYTE);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a native call throws nothing", e);
    }
  }

  private MemorySegment context() {
    MethodHandle create =
        function("secp256k1_context_create", FunctionDescriptor.of(ADDRESS, JAVA_INT));
    try {
      return (MemorySegment) create.invokeExact(NO_FLAGS);
    } catch (Throwable e) {
      throw new IllegalStateException("a native call throws nothing", e);
    }
  }

  @SuppressWarnings("restricted") // the library comes from the jar that the build pins
  private MethodHandle function(String name, FunctionDescriptor types) {
    return Linker.nativeLinker()
        .downcallHandle(library.find(name).orElseThrow(), types, Linker.Option.critical(false));
  }

  @SuppressWarnings("restricted")
  private static SymbolLookup library() {
    try (InputStream library = BareCurve.class.getResourceAsStream(LIBRARY)) {
      if (library == null) {
        throw new IllegalStateException("no library for this machine: " + LIBRARY);
      }
      Path file = Files.createTempFile("secp256k1", ".so");
      Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
      SymbolLookup loaded = SymbolLookup.libraryLookup(file, Arena.global());
      Files.delete(file); // what is loaded stays
      return loaded;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
