package jml.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What the module graph cannot say. No list of exceptions: change the rule or change the code.
class ArchitectureTest {
    private static final JavaClasses CONSOLE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("jml");

    @Test
    void coreKnowsOnlyItself() {
        noClasses()
                .that()
                .resideInAPackage("jml.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jml.engine..",
                        "jml.connectors..",
                        "jml.store..",
                        "jml.gameday..",
                        "jml.views..",
                        "jml.app..",
                        "javafx..",
                        "java.sql..",
                        "java.net.http..")
                .check(CONSOLE);
    }

    @Test
    void coreHasNoClockOfItsOwn() {
        noClasses()
                .that()
                .resideInAPackage("jml.core..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CONSOLE);
    }

    @Test
    void conceptsDoNotDependOnEachOtherInCircles() {
        slices().matching("jml.core.(*)..").should().beFreeOfCycles().check(CONSOLE);
        slices().matching("jml.connectors.(*)..").should().beFreeOfCycles().check(CONSOLE);
        slices().matching("jml.engine.(*)..").should().beFreeOfCycles().check(CONSOLE);
        slices().matching("jml.views.(*)..").should().beFreeOfCycles().check(CONSOLE);
    }

    @Test
    void connectorsDoNotKnowEachOther() {
        slices().matching("jml.connectors.(prometheus|alertmanager|mlflow|kubernetes)..")
                .should()
                .notDependOnEachOther()
                .check(CONSOLE);
    }

    @Test
    void theSimulatorStaysOutside() {
        noClasses()
                .that()
                .resideInAnyPackage("jml.core..", "jml.engine..", "jml.connectors..", "jml.store..", "jml.views..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jml.gameday..")
                .check(CONSOLE);
    }

    @Test
    void viewModelsNeedNoToolkit() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
                .check(CONSOLE);
    }

    @Test
    void onlyTheAppTouchesThePlatform() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jml.app..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .check(CONSOLE);
    }

    @Test
    void theEngineRunsWithoutAToolkit() {
        noClasses()
                .that()
                .resideInAnyPackage("jml.engine..", "jml.store..", "jml.connectors..", "jml.gameday..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .check(CONSOLE);
    }

    @Test
    void nobodyPrints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .because("the command line writes where picocli says; everything else logs")
                .check(CONSOLE.that(not(simpleName("Main"))));
    }
}
