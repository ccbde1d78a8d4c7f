package io.healthconnect.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Handle;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds methods that run SQL and build text. Concatenation with + is not a call that ArchUnit would
 * see.
 */
final class SqlMethods {
  private static final Set<String> RUNS =
      Set.of(
          "prepareStatement",
          "prepareCall",
          "execute",
          "executeQuery",
          "executeUpdate",
          "addBatch");
  private static final Set<String> BUILDS =
      Set.of("format", "formatted", "concat", "join", "replace", "replaceAll");

  private SqlMethods() {}

  static List<String> thatBuildText(JavaClass type) {
    List<String> found = new ArrayList<>();
    try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      new ClassReader(bytes).accept(new Methods(found), ClassReader.SKIP_DEBUG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static final class Methods extends ClassVisitor {
    private final List<String> found;

    Methods(List<String> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String type, String sig, String[] ex) {
      return new Instructions(name, found);
    }
  }

  private static final class Instructions extends MethodVisitor {
    private final String method;
    private final List<String> found;
    private boolean runs;
    private boolean builds;

    Instructions(String method, List<String> found) {
      super(Opcodes.ASM9);
      this.method = method;
      this.found = found;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String type, boolean itf) {
      runs |=
          owner.startsWith("java/sql/")
              && RUNS.contains(name)
              && type.startsWith("(Ljava/lang/String;");
      builds |= owner.equals("java/lang/String") && BUILDS.contains(name);
      builds |= owner.equals("java/lang/StringBuilder") && name.equals("append");
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String type, Handle maker, Object... args) {
      builds |= maker.getOwner().equals("java/lang/invoke/StringConcatFactory");
    }

    @Override
    public void visitEnd() {
      if (runs && builds) {
        found.add(method);
      }
    }
  }
}
