package jml.app.judge;

import java.nio.file.Path;
import jml.app.input.Input;
import jml.app.input.InputException;

/// A file of measurements, judged.
public final class JudgeFile {
    private JudgeFile() {}

    /// Which judge.
    public enum Method {
        /// The console's own: evidence that may be looked at any time.
        JML,
        /// Kayenta's NetflixACAJudge-v1.0 to the letter.
        KAYENTA,
        /// Argo Rollouts' analysis run.
        ARGO,
        /// Flagger's checks.
        FLAGGER
    }

    /// @param rescaled for Kayenta: true mends its solver's absolute tolerance
    public static Judged judge(Path file, Method method, boolean rescaled) throws InputException {
        var input = Input.read(file);
        return switch (method) {
            case JML -> JmlJudgement.of(input);
            case KAYENTA -> KayentaJudgement.of(input, rescaled);
            case ARGO -> ArgoJudgement.of(input);
            case FLAGGER -> FlaggerJudgement.of(input);
        };
    }
}
