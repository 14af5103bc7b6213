package jml.core.signing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which files a signed model has, each with its digest: OpenSSF model signing v1.0, method `files`, SHA-256.
///
/// @param digest of the whole: SHA-256 over the files' raw digests in their order
/// @param files in the order of the statement
/// @param ignored files and folders that are not signed, from the model's folder
/// @param linksAllowed whether symbolic links may stand for files
public record ModelManifest(Sha256 digest, List<Resource> files, Set<String> ignored, boolean linksAllowed) {
    public static final String PREDICATE_TYPE = "https://model_signing/signature/v1.0";
    private static final Set<String> ALWAYS_IGNORED =
            Set.of(ArtifactFile.SIGNATURE, ".git", ".gitattributes", ".github", ".gitignore");

    /// @param path from the model's folder, with `/`
    public record Resource(String path, Sha256 digest) {}

    /// @param faults what is not as it was signed, in words; empty when all fits
    /// @param hashed files whose bytes were compared
    /// @param named files of which only the path was compared
    public record Comparison(List<String> faults, List<ArtifactFile> hashed, List<ArtifactFile> named) {
        public Comparison {
            faults = List.copyOf(faults);
            hashed = List.copyOf(hashed);
            named = List.copyOf(named);
        }
    }

    public ModelManifest {
        files = List.copyOf(files);
        ignored = Set.copyOf(ignored);
    }

    /// Reads a statement whose signature was verified.
    ///
    /// @throws MalformedException when it is no model signature, contradicts itself or has files outside the
    ///     model
    /// @throws UnsupportedSignatureException when it is one of a method or hash that the console does not compute
    public static ModelManifest of(InTotoStatement statement) throws MalformedException, UnsupportedSignatureException {
        if (!statement.predicateType().equals(PREDICATE_TYPE)) {
            throw new MalformedException("a statement of type " + statement.predicateType());
        }
        var serialization = Members.object(statement.predicate(), "serialization");
        supported("method", Members.text(serialization, "method"), "files");
        supported("hash", Members.text(serialization, "hash_type"), "sha256");
        var files = new ArrayList<Resource>();
        var seen = new HashSet<String>();
        for (var one : Members.list(statement.predicate(), "resources")) {
            var file = resource(Members.object(one, "resources[]"));
            if (!seen.add(file.path())) {
                throw new MalformedException(file.path() + " is there twice");
            }
            files.add(file);
        }
        var digest = whole(files.stream().map(Resource::digest).toList());
        if (statement.subjects().size() != 1 || !statement.isAbout(digest)) {
            throw new MalformedException("its files have the digest sha256:" + digest + ", its subject has another");
        }
        return new ModelManifest(
                digest, files, ignored(serialization), Boolean.TRUE.equals(serialization.get("allow_symlinks")));
    }

    /// The digest that a signature of these files would have; empty when one of them was not read.
    public static Optional<Sha256> digest(Collection<ArtifactFile> files) {
        return digest(files, ALWAYS_IGNORED);
    }

    private static Optional<Sha256> digest(Collection<ArtifactFile> files, Set<String> ignored) {
        var digests = new ArrayList<Sha256>();
        for (var file : files.stream()
                .filter(it -> !under(it.path(), ignored))
                .sorted(Comparator.comparing(ArtifactFile::path))
                .toList()) {
            if (file.digest() == null) {
                return Optional.empty();
            }
            digests.add(file.digest());
        }
        return digests.isEmpty() ? Optional.empty() : Optional.of(whole(digests));
    }

    /// Holds the files that lie there against the ones that were signed.
    ///
    /// @param present all that lie there, in any order
    public Comparison compare(Collection<ArtifactFile> present) {
        var faults = new ArrayList<String>();
        var hashed = new ArrayList<ArtifactFile>();
        var named = new ArrayList<ArtifactFile>();
        var byPath = new TreeMap<String, ArtifactFile>();
        present.stream().filter(file -> !isIgnored(file.path())).forEach(file -> byPath.put(file.path(), file));
        for (var signed : files) {
            var file = byPath.remove(signed.path());
            if (file == null) {
                faults.add(signed.path() + " is missing");
            } else if (file.link() && !linksAllowed) {
                faults.add(file.path() + " is a symbolic link, which this signature does not allow");
            } else if (file.digest() == null) {
                named.add(file);
            } else if (file.digest().equals(signed.digest())) {
                hashed.add(file);
            } else {
                faults.add(file.path() + " is not the file that was signed");
            }
        }
        byPath.keySet().forEach(path -> faults.add(path + " was not signed"));
        return new Comparison(faults, hashed, named);
    }

    /// True for a file that this signature says nothing about.
    public boolean isIgnored(String path) {
        return under(path, ignored) || under(path, ALWAYS_IGNORED);
    }

    private static boolean under(String path, Set<String> folders) {
        return folders.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    private static Sha256 whole(List<Sha256> digests) {
        return Sha256.of(digests.stream().map(Sha256::bytes).toArray(byte[][]::new));
    }

    private static void supported(String what, String found, String known) throws UnsupportedSignatureException {
        if (!found.equals(known)) {
            throw new UnsupportedSignatureException(
                    "signed with the " + what + " " + found + ", and the console knows only " + known);
        }
    }

    private static Resource resource(Map<String, Object> json)
            throws MalformedException, UnsupportedSignatureException {
        var path = Members.text(json, "name");
        supported("hash", Members.text(json, "algorithm"), "sha256");
        boolean inside = !path.startsWith("/")
                && !path.contains("\\")
                && List.of(path.split("/", -1)).stream()
                        .noneMatch(it -> Set.of("", ".", "..").contains(it));
        if (!inside) {
            throw new MalformedException("it names a file outside the model: " + path);
        }
        var digest = Members.text(json, "digest");
        if (!Sha256.isHex(digest)) {
            throw new MalformedException("the digest of " + path + " is no SHA-256");
        }
        return new Resource(path, Sha256.ofHex(digest));
    }

    private static Set<String> ignored(Map<String, Object> serialization) throws MalformedException {
        if (!serialization.containsKey("ignore_paths")) {
            return Set.of();
        }
        return Members.list(serialization, "ignore_paths").stream()
                .map(String::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
