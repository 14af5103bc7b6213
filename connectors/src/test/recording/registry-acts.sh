#!/usr/bin/env bash
# Records what two generations of MLflow answer to acts, for RegistryActContractTest:
#   lab/up mlflow mlflow2; connectors/src/test/recording/registry-acts.sh
. "$(dirname "${BASH_SOURCE[0]}")/record.sh"
set -euo pipefail
eval "$("${LAB:-$here/../../../../lab}/env")"
for base in "$JML_LAB_MLFLOW" "$JML_LAB_MLFLOW2"; do
    version=$(curl -sS "$base/version")
    api=$base/api/2.0/mlflow
    record MLflow "$version" act-model "$api/registered-models/get?name=risk.payments-fraud"
    record MLflow "$version" act-version "$api/model-versions/get?name=risk.payments-fraud&version=3"
    json='content-type: application/json'
    record MLflow "$version" act-alias-set "$api/registered-models/alias" -H "$json" \
        -d '{"name":"risk.payments-fraud","alias":"jml-act-record","version":"3"}'
    record MLflow "$version" act-alias-deleted "$api/registered-models/alias" -X DELETE -H "$json" \
        -d '{"name":"risk.payments-fraud","alias":"jml-act-record"}'
    record MLflow "$version" act-alias-gone "$api/registered-models/alias?name=risk.payments-fraud&alias=jml-act-record"
    record MLflow "$version" act-no-permissions "$api/registered-models/permissions/get?name=risk.payments-fraud&username=ana"
    record MLflow "$version" act-no-version "$api/registered-models/alias" -H "$json" \
        -d '{"name":"risk.payments-fraud","alias":"jml-act-record","version":"99"}'
done
