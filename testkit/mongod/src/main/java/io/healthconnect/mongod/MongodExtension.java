package io.healthconnect.mongod;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Implements {@link WithMongod}. */
final class MongodExtension implements ExecutionCondition, ParameterResolver {
  private static final AtomicBoolean SAID = new AtomicBoolean();
  private static final Namespace SPACE = Namespace.create(MongodExtension.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Mongod.isAvailable()) {
      return ConditionEvaluationResult.enabled("there is a server");
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(Mongod.NONE);
    }
    if (SAID.compareAndSet(false, true)) {
      say("The tests that need MongoDB are skipped: " + Mongod.NONE);
    }
    return ConditionEvaluationResult.disabled(Mongod.NONE);
  }

  /** Maven redirects the output of tests to files; this bypasses it and prints to the console. */
  private static void say(String line) {
    PrintStream console =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    console.println(line);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestDatabase.class;
  }

  @Override
  public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return database(context);
  }

  static TestDatabase database(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE.append(context.getRequiredTestClass()))
        .computeIfAbsent(TestDatabase.class, type -> TestDatabase.create(), TestDatabase.class);
  }
}
