#!/usr/bin/env bash
# Records what ekslint wants to know about one EKS cluster: answers of the AWS CLI and of kubectl, one file each, and a
# manifest.json that says which command gave which file, when, and in which account and Region.
#
#   bash record.sh [FOLDER]
#
# Every command only reads. A command that fails is named on standard error and in the manifest; the rest still runs.
# User data of launch templates is never written: the file only says whether there is any and whether it bootstraps the
# cluster. Answers of kubectl hold the specs of workloads, environment variables included: look at them before you share them.
set -u
umask 077

cluster=@CLUSTER@
region=@REGION@
folder=${1:-@FOLDER@}
export AWS_PAGER=''

mkdir -p "$folder" || exit 1
work=$(mktemp -d) || exit 1
: >"$work/files"
: >"$work/failures"
recorded_at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
account=''
partition=''

# A text as a JSON string.
json() {
  local text=$1
  text=${text//\\/\\\\}
  text=${text//\"/\\\"}
  printf '"%s"' "$text" | tr '\n\r\t' '   ' | tr -d '\000-\037'
}

# The words of a command as a JSON list.
json_words() {
  local separator='' word
  printf '['
  for word in "$@"; do
    printf '%s' "$separator"
    json "$word"
    separator=', '
  done
  printf ']'
}

write_manifest() {
  {
    printf '{\n  "ekslintEvidence": "1",\n  "recordedAt": "%s",\n' "$recorded_at"
    printf '  "account": %s,\n  "partition": %s,\n' "$(json "$account")" "$(json "$partition")"
    printf '  "region": %s,\n  "cluster": %s,\n' "$(json "$region")" "$(json "$cluster")"
    printf '  "files": [\n'
    sed '$!s/$/,/' "$work/files"
    printf '  ],\n  "failures": [\n'
    sed '$!s/$/,/' "$work/failures"
    printf '  ]\n}\n'
  } >"$folder/manifest.json"
  rm -rf "$work"
}
trap write_manifest EXIT
trap 'exit 130' INT TERM

# record FILE COMMAND…: runs the command and keeps its answer in the file.
record() {
  local file=$1
  shift
  if "$@" </dev/null >"$work/answer" 2>"$work/error" && [ -s "$work/answer" ]; then
    mv "$work/answer" "$folder/$file"
    printf '    {"file": %s, "command": %s}\n' "$(json "$file")" "$(json_words "$@")" >>"$work/files"
  else
    local reason
    reason=$(grep -v '^[[:space:]]*$' "$work/error" | tail -n 1)
    printf 'not recorded: %s: %s\n' "$*" "${reason:-no answer}" >&2
    printf '    {"command": %s, "reason": %s}\n' "$(json_words "$@")" "$(json "${reason:-no answer}")" >>"$work/failures"
  fi
}

# answer FILE SERVICE OPERATION…: records an answer of the AWS CLI.
answer() {
  local file=$1
  shift
  record "$file" aws "$@" --region "$region" --output json
}

# learn QUERY SERVICE OPERATION…: prints the values that a query finds, one a line.
learn() {
  local query=$1
  shift
  aws "$@" --region "$region" --query "$query" --output text 2>>"$work/error" </dev/null |
    tr '\t' '\n' | grep -v -e '^None$' -e '^$' | sort -u
}

# Stage 1: who asks, and the cluster itself.
account=$(learn Account sts get-caller-identity)
partition=$(learn Arn sts get-caller-identity | cut -d : -f 2)
answer cluster.json eks describe-cluster --name "$cluster"
vpc=$(learn cluster.resourcesVpcConfig.vpcId eks describe-cluster --name "$cluster")
answer cluster-versions.json eks describe-cluster-versions
answer clusters.json eks list-clusters

# Stage 2: what runs in the cluster.
templates=$work/templates
types=$work/types
roles=$work/roles
: >"$templates"
: >"$types"
learn cluster.roleArn eks describe-cluster --name "$cluster" >"$roles"

answer nodegroups.json eks list-nodegroups --cluster-name "$cluster"
number=0
while IFS= read -r name; do
  number=$((number + 1))
  group=(eks describe-nodegroup --cluster-name "$cluster" --nodegroup-name "$name")
  answer "nodegroup-$number.json" "${group[@]}"
  learn "join(' ', nodegroup.launchTemplate.[id, version])" "${group[@]}" >>"$templates"
  learn 'nodegroup.instanceTypes[]' "${group[@]}" >>"$types"
  learn nodegroup.nodeRole "${group[@]}" >>"$roles"
done < <(learn 'nodegroups[]' eks list-nodegroups --cluster-name "$cluster")

groups=(autoscaling describe-auto-scaling-groups --filters "Name=tag-key,Values=kubernetes.io/cluster/$cluster")
answer auto-scaling-groups.json "${groups[@]}"
answer instances.json ec2 describe-instances \
  --filters "Name=tag-key,Values=kubernetes.io/cluster/$cluster" Name=instance-state-name,Values=pending,running
learn "AutoScalingGroups[].[LaunchTemplate, MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification][] | [?@] | [].join(' ', [LaunchTemplateId, Version || '\$Default'])" \
  "${groups[@]}" >>"$templates"
learn 'AutoScalingGroups[].MixedInstancesPolicy.LaunchTemplate.Overrides[].InstanceType' "${groups[@]}" >>"$types"

number=0
while IFS=' ' read -r id version; do
  number=$((number + 1))
  template=(ec2 describe-launch-template-versions --launch-template-id "$id" --versions "${version:-\$Default}")
  bootstraps=no
  case $(learn 'LaunchTemplateVersions[0].LaunchTemplateData.UserData' "${template[@]}" | cut -c 1-4) in
    H4sI) bootstraps=unknown ;;
    *)
      if learn 'LaunchTemplateVersions[0].LaunchTemplateData.UserData' "${template[@]}" |
        base64 --decode 2>/dev/null | grep -qaE -e '--apiserver-endpoint|apiServerEndpoint|api-server|-APIServerEndpoint'; then
        bootstraps=yes
      fi
      ;;
  esac
  answer "launch-template-$number.json" "${template[@]}" --query "{LaunchTemplateVersions: LaunchTemplateVersions[].{\
LaunchTemplateId: LaunchTemplateId, LaunchTemplateName: LaunchTemplateName, VersionNumber: VersionNumber, \
DefaultVersion: DefaultVersion, LaunchTemplateData: LaunchTemplateData.{ImageId: ImageId, InstanceType: InstanceType, \
SecurityGroupIds: SecurityGroupIds, NetworkInterfaces: NetworkInterfaces[].{Groups: Groups, SubnetId: SubnetId, \
AssociatePublicIpAddress: AssociatePublicIpAddress}, MetadataOptions: MetadataOptions, \
BlockDeviceMappings: BlockDeviceMappings, IamInstanceProfile: IamInstanceProfile, \
InstanceMarketOptions: InstanceMarketOptions, \
UserData: UserData && 'removed, bootstraps the cluster: $bootstraps'}}}"
  learn 'LaunchTemplateVersions[].LaunchTemplateData.InstanceType' "${template[@]}" >>"$types"
  while IFS= read -r name; do
    profile=(iam get-instance-profile --instance-profile-name "${name##*/}")
    answer "instance-profile-$number.json" "${profile[@]}"
    learn 'InstanceProfile.Roles[].Arn' "${profile[@]}" >>"$roles"
  done < <(learn 'LaunchTemplateVersions[].LaunchTemplateData.IamInstanceProfile.[Arn, Name][]' "${template[@]}")
done < <(sort -u "$templates")

answer fargate-profiles.json eks list-fargate-profiles --cluster-name "$cluster"
number=0
while IFS= read -r name; do
  number=$((number + 1))
  profile=(eks describe-fargate-profile --cluster-name "$cluster" --fargate-profile-name "$name")
  answer "fargate-profile-$number.json" "${profile[@]}"
  learn fargateProfile.podExecutionRoleArn "${profile[@]}" >>"$roles"
done < <(learn 'fargateProfileNames[]' eks list-fargate-profiles --cluster-name "$cluster")

answer addons.json eks list-addons --cluster-name "$cluster"
number=0
while IFS= read -r name; do
  number=$((number + 1))
  answer "addon-$number.json" eks describe-addon --cluster-name "$cluster" --addon-name "$name"
done < <(learn 'addons[]' eks list-addons --cluster-name "$cluster")

answer access-entries.json eks list-access-entries --cluster-name "$cluster"
number=0
while IFS= read -r principal; do
  number=$((number + 1))
  answer "access-entry-$number.json" eks describe-access-entry --cluster-name "$cluster" --principal-arn "$principal"
  answer "access-policies-$number.json" \
    eks list-associated-access-policies --cluster-name "$cluster" --principal-arn "$principal"
done < <(learn 'accessEntries[]' eks list-access-entries --cluster-name "$cluster")

answer pod-identity-associations.json eks list-pod-identity-associations --cluster-name "$cluster"
number=0
while IFS= read -r id; do
  number=$((number + 1))
  answer "pod-identity-association-$number.json" \
    eks describe-pod-identity-association --cluster-name "$cluster" --association-id "$id"
done < <(learn 'associations[].associationId' eks list-pod-identity-associations --cluster-name "$cluster")

answer identity-provider-configs.json eks list-identity-provider-configs --cluster-name "$cluster"
number=0
while IFS= read -r name; do
  number=$((number + 1))
  answer "identity-provider-config-$number.json" \
    eks describe-identity-provider-config --cluster-name "$cluster" --identity-provider-config "type=oidc,name=$name"
done < <(learn 'identityProviderConfigs[].name' eks list-identity-provider-configs --cluster-name "$cluster")

answer insights.json eks list-insights --cluster-name "$cluster"
number=0
while IFS= read -r id; do
  number=$((number + 1))
  answer "insight-$number.json" eks describe-insight --cluster-name "$cluster" --id "$id"
done < <(learn 'insights[].id' eks list-insights --cluster-name "$cluster")

answer updates.json eks list-updates --name "$cluster"
number=0
while IFS= read -r id; do
  number=$((number + 1))
  answer "update-$number.json" eks describe-update --name "$cluster" --update-id "$id"
done < <(learn 'updateIds[]' eks list-updates --name "$cluster")

number=0
while IFS= read -r arn; do
  number=$((number + 1))
  answer "role-$number.json" iam get-role --role-name "${arn##*/}"
  answer "role-policies-$number.json" iam list-attached-role-policies --role-name "${arn##*/}"
  answer "role-inline-policies-$number.json" iam list-role-policies --role-name "${arn##*/}"
  policy=0
  while IFS= read -r name; do
    policy=$((policy + 1))
    answer "role-policy-$number-$policy.json" iam get-role-policy --role-name "${arn##*/}" --policy-name "$name"
  done < <(learn 'PolicyNames[]' iam list-role-policies --role-name "${arn##*/}")
  while IFS= read -r managed; do
    case $managed in
      *:iam::aws:policy/*) continue ;;
    esac
    policy=$((policy + 1))
    version=$(learn Policy.DefaultVersionId iam get-policy --policy-arn "$managed")
    answer "role-policy-$number-$policy.json" \
      iam get-policy-version --policy-arn "$managed" --version-id "$version"
  done < <(learn 'AttachedPolicies[].PolicyArn' iam list-attached-role-policies --role-name "${arn##*/}")
done < <(sort -u "$roles")

while IFS= read -r arn; do
  answer key.json kms describe-key --key-id "$arn"
done < <(learn 'cluster.encryptionConfig[].provider.keyArn' eks describe-cluster --name "$cluster")

# Stage 3: what it stands on.
answer oidc-providers.json iam list-open-id-connect-providers
answer ebs-encryption.json ec2 get-ebs-encryption-by-default
answer availability-zones.json ec2 describe-availability-zones --all-availability-zones
answer network-interfaces.json \
  ec2 describe-network-interfaces --filters "Name=description,Values=Amazon EKS $cluster"
number=0
while IFS= read -r type; do
  number=$((number + 1))
  answer "instance-type-$number.json" ec2 describe-instance-types --instance-types "$type"
done < <(sort -u "$types")

if [ -n "$vpc" ]; then
  answer vpc.json ec2 describe-vpcs --vpc-ids "$vpc"
  answer vpc-dns-support.json ec2 describe-vpc-attribute --vpc-id "$vpc" --attribute enableDnsSupport
  answer vpc-dns-hostnames.json ec2 describe-vpc-attribute --vpc-id "$vpc" --attribute enableDnsHostnames
  while IFS= read -r id; do
    answer dhcp-options.json ec2 describe-dhcp-options --dhcp-options-ids "$id"
  done < <(learn 'Vpcs[].DhcpOptionsId' ec2 describe-vpcs --vpc-ids "$vpc")
  answer subnets.json ec2 describe-subnets --filters "Name=vpc-id,Values=$vpc"
  answer route-tables.json ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc"
  answer nat-gateways.json ec2 describe-nat-gateways --filter "Name=vpc-id,Values=$vpc"
  answer vpc-endpoints.json ec2 describe-vpc-endpoints --filters "Name=vpc-id,Values=$vpc"
  answer transit-gateway-attachments.json \
    ec2 describe-transit-gateway-vpc-attachments --filters "Name=vpc-id,Values=$vpc"
  answer network-acls.json ec2 describe-network-acls --filters "Name=vpc-id,Values=$vpc"
  answer security-groups.json ec2 describe-security-groups --filters "Name=vpc-id,Values=$vpc"
  number=0
  while IFS= read -r id; do
    number=$((number + 1))
    answer "prefix-list-$number.json" ec2 get-managed-prefix-list-entries --prefix-list-id "$id" \
      --query "{PrefixListId: '$id', Entries: Entries}"
  done < <({
    learn 'SecurityGroups[].[IpPermissions, IpPermissionsEgress][][].PrefixListIds[].PrefixListId' \
      ec2 describe-security-groups --filters "Name=vpc-id,Values=$vpc"
    learn 'RouteTables[].Routes[].DestinationPrefixListId' \
      ec2 describe-route-tables --filters "Name=vpc-id,Values=$vpc"
  } | sort -u)
fi

# Stage 4: what Kubernetes says. A configuration of its own makes sure that kubectl asks this cluster and no other.
if aws eks update-kubeconfig --name "$cluster" --region "$region" --kubeconfig "$work/kubeconfig" \
  >/dev/null 2>"$work/error"; then
  get() {
    local file=$1
    shift
    record "$file" kubectl --kubeconfig "$work/kubeconfig" --request-timeout 60s get "$@" --output json
  }
  get nodes.json nodes
  get workloads.json \
    deployments,daemonsets,statefulsets,jobs,cronjobs,poddisruptionbudgets,horizontalpodautoscalers --all-namespaces
  get pods.json pods --all-namespaces
  get services.json services,ingresses --all-namespaces
  get ingress-classes.json ingressclasses
  get role-bindings.json clusterrolebindings,rolebindings --all-namespaces
  get service-accounts.json serviceaccounts --all-namespaces
  get webhooks.json validatingwebhookconfigurations,mutatingwebhookconfigurations
  get api-services.json apiservices
else
  printf 'not recorded: what kubectl would say: %s\n' "$(tail -n 1 "$work/error")" >&2
fi

printf 'recorded in %s: %s files\n' "$folder" "$(wc -l <"$work/files" | tr -d ' ')" >&2
