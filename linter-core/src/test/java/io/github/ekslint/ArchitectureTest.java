package io.github.ekslint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Keeps the arrows of docs/architecture.md true. */
@AnalyzeClasses(packages = "io.github.ekslint", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.ekslint.";

    @ArchTest
    static final ArchRule onlyOnePackageKnowsDrools = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "engine.drools..")
            .and()
            .resideOutsideOfPackage(ROOT + "rules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..")
            .because("the engine has to stay replaceable, and --help must not start it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule sourceKnowsNothingOfEks = mayUse("source");

    @ArchTest
    static final ArchRule modelUsesOnlySource = mayUse("model", "source");

    @ArchTest
    static final ArchRule referenceUsesSourceAndModel = mayUse("reference", "source", "model");

    @ArchTest
    static final ArchRule readersUseSourceModelAndReference = mayUse("reader", "source", "model", "reference");

    @ArchTest
    static final ArchRule topologyUsesModelAndReference = mayUse("topology", "source", "model", "reference");

    @ArchTest
    static final ArchRule rulesAreMetadata = mayUse("rule", "source");

    @ArchTest
    static final ArchRule configurationUsesRuleModelSource = mayUse("config", "source", "model", "rule");

    @ArchTest
    static final ArchRule findingsUseRuleModelSource = mayUse("finding", "source", "model", "rule");

    @ArchTest
    static final ArchRule engineDoesNotReadOrReport =
            mayUse("engine", "source", "model", "rule", "finding", "topology");

    @ArchTest
    static final ArchRule reportersSeeFinishedReportsOnly = mayUse("report", "source", "model", "rule", "finding");

    @ArchTest
    static final ArchRule onlyFrontEndsSpeakOfRequests = noClasses()
            .that()
            .resideInAPackage("io.github.ekslint..")
            .and()
            .resideOutsideOfPackages(ROOT + "request..", ROOT + "rules..", ROOT + "cli..", ROOT + "maven..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "request..")
            .because("what a person types is checked before anything is judged");

    @ArchTest
    static final ArchRule noDialectUsesAnother = slices().matching(ROOT + "reader.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(JavaClass.Predicates.resideInAPackage(ROOT + "reader.."), sharedByDialects())
            .because("a dialect can then be added, changed or dropped alone");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked =
            classes().that().resideInAPackage("io.github.ekslint..").should(beInANullMarkedPackage());

    @ArchTest
    static final ArchRule theModelIsImmutable = fields().that()
            .areDeclaredInClassesThat()
            .resideInAPackage(ROOT + "model..")
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule nothingIsPrinted =
            noClasses().should().callMethod(Throwable.class, "printStackTrace").because("messages go through reports");

    private static DescribedPredicate<JavaClass> sharedByDialects() {
        return JavaClass.Predicates.resideInAnyPackage(ROOT + "reader.datum..", ROOT + "reader.implied..");
    }

    private static ArchRule mayUse(String user, String... used) {
        String[] packages = new String[used.length + 1];
        packages[0] = ROOT + user + "..";
        for (int i = 0; i < used.length; i++) {
            packages[i + 1] = ROOT + used[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(packages[0])
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("io.github.ekslint..")
                                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(packages))))
                .because("data flows one way")
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                JavaPackage home = type.getPackage();
                boolean marked = home.tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                if (!marked) {
                    events.add(
                            SimpleConditionEvent.violated(type, home.getName() + " has no @NullMarked package-info"));
                }
            }
        };
    }
}
