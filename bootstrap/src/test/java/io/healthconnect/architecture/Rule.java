package io.healthconnect.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule with the evidence that it works.
 *
 * @param modules the packages below the root that it applies to; none may be empty
 * @param offenders the simple names of the classes in the offence package that it must catch
 */
record Rule(String name, ArchRule rule, List<String> modules, List<String> offenders) {}
