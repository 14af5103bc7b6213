package jml.app.profile;

import static jml.app.profile.Fields.given;
import static jml.app.profile.Fields.orEmpty;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import jml.app.profile.WireProfile.WireSource;
import jml.core.source.SourceSettings;
import jml.core.source.SourceSettings.Product;
import jml.core.source.SourceSettings.SignIn;
import jml.core.source.WebAddress;

/// From a source's lines in the file to its checked settings.
record SourceReading(Fields fields) {
    private static final Duration EVERY = Duration.ofSeconds(15);

    SourceSettings source(WireSource source, String environment, String at) throws ProfileException {
        var name = fields.required(source.name(), at + ".name");
        var product = product(fields.required(source.product(), at + ".product"), at);
        var url = source.url() == null ? null : url(source.url(), at);
        if (url == null && product != Product.KUBERNETES) {
            throw fields.wrong(at + ".url", "is missing: where does " + product.word() + " answer?");
        }
        return new SourceSettings(
                name,
                environment,
                product,
                url,
                source.kubeconfig(),
                orEmpty(source.context()),
                given(source.namespaces()),
                orEmpty(source.selector()),
                source.signIn() == null
                        ? SignIn.NONE
                        : new SignInReading(fields).signIn(source.signIn(), at + ".signIn"),
                fields.duration(source.every(), EVERY, at + ".every"),
                fields.duration(source.timeout(), product.usualTimeout(), at + ".timeout"));
    }

    private Product product(String word, String at) throws ProfileException {
        for (var product : Product.values()) {
            if (product.word().equals(word)) {
                return product;
            }
        }
        throw fields.wrong(
                at + ".product",
                word + " is none of "
                        + Arrays.stream(Product.values()).map(Product::word).collect(Collectors.joining(", ")));
    }

    private URI url(String text, String at) throws ProfileException {
        try {
            return WebAddress.of(text);
        } catch (IllegalArgumentException wrong) {
            throw fields.wrong(at + ".url", "cannot be used: " + wrong.getMessage());
        }
    }
}
