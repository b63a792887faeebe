// Synthesises the stacks that the CloudFormation reader is tested with. Only templates and manifest are kept.
const fs = require('node:fs');
const path = require('node:path');
const { App, Stack } = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');
const eks = require('aws-cdk-lib/aws-eks');
const eks2 = require('aws-cdk-lib/aws-eks-v2');
const { KubectlV34Layer } = require('@aws-cdk/lambda-layer-kubectl-v34');

const outdir = path.join(__dirname, '..', 'src', 'main', 'resources', 'cdk');
fs.rmSync(outdir, { recursive: true, force: true });
const app = new App({
  outdir,
  analyticsReporting: false,
  context: {
    'aws:cdk:enable-path-metadata': true,
    'aws:cdk:enable-asset-metadata': true,
    'availability-zones:account=111122223333:region=eu-west-1': ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
  },
});

function stack(id, build, props) {
  build(new Stack(app, id, props));
}

const version = eks.KubernetesVersion.V1_34;
const version2 = eks2.KubernetesVersion.V1_34;
const kubectl = (scope) => ({ kubectlLayer: new KubectlV34Layer(scope, 'Kubectl') });

// No Region, no account: two zones are proved though neither has a name.
stack('DefaultCluster', (s) => {
  new eks.Cluster(s, 'Cluster', { version, ...kubectl(s) });
});

stack('PrivateEndpoint', (s) => {
  new eks2.Cluster(s, 'Cluster', {
    version: version2,
    endpointAccess: eks2.EndpointAccess.PRIVATE,
    defaultCapacityType: eks2.DefaultCapacityType.NODEGROUP,
  });
});

// No NAT; of the VPC endpoints that such a cluster needs, only three are there.
stack('Isolated', (s) => {
  const vpc = new ec2.Vpc(s, 'Vpc', {
    natGateways: 0,
    subnetConfiguration: [{ name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
  });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  vpc.addInterfaceEndpoint('EcrApi', { service: ec2.InterfaceVpcEndpointAwsService.ECR });
  vpc.addInterfaceEndpoint('Sts', { service: ec2.InterfaceVpcEndpointAwsService.STS });
  new eks2.Cluster(s, 'Cluster', {
    version: version2,
    vpc,
    vpcSubnets: [{ subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
    endpointAccess: eks2.EndpointAccess.PRIVATE,
    defaultCapacityType: eks2.DefaultCapacityType.NODEGROUP,
  });
}, { env: { region: 'eu-west-1', account: '111122223333' } });

stack('Fargate', (s) => {
  new eks.FargateCluster(s, 'Cluster', { version, ...kubectl(s) });
});

stack('Al2Spot', (s) => {
  const cluster = new eks2.Cluster(s, 'Cluster', {
    version: eks2.KubernetesVersion.V1_31,
    defaultCapacityType: eks2.DefaultCapacityType.NODEGROUP,
    defaultCapacity: 0,
  });
  cluster.addNodegroupCapacity('Spot', {
    amiType: eks2.NodegroupAmiType.AL2_X86_64,
    capacityType: eks2.CapacityType.SPOT,
    instanceTypes: [new ec2.InstanceType('m5.large')],
  });
});

stack('AutoMode', (s) => {
  new eks2.Cluster(s, 'Cluster', { version: version2 });
});

stack('OneZone', (s) => {
  const vpc = new ec2.Vpc(s, 'Vpc', { maxAzs: 1 });
  new eks2.Cluster(s, 'Cluster', {
    version: version2,
    vpc,
    defaultCapacityType: eks2.DefaultCapacityType.NODEGROUP,
  });
});

// The cluster uses the VPC of another stack, through exports.
const network = new Stack(app, 'Network');
const shared = new ec2.Vpc(network, 'Vpc', { maxAzs: 2 });
stack('Apart', (s) => {
  new eks2.Cluster(s, 'Cluster', {
    version: version2,
    vpc: shared,
    defaultCapacityType: eks2.DefaultCapacityType.NODEGROUP,
  });
});

app.synth();

const kept = (name) => name.endsWith('.template.json') || name === 'manifest.json';
for (const name of fs.readdirSync(outdir)) {
  if (!kept(name)) {
    fs.rmSync(path.join(outdir, name), { recursive: true });
  }
}
