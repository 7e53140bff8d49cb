/**
 * What every AWS-managed policy that a role can carry allows by service, as letters: L list, R read, T tagging, W write, P
 * permissions management, ? unknown to the catalogue, ! a Deny. Made from the documents by `npm run verdicts`; AWS publishes
 * them at https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const levelTable = `
AIDevOpsAgentAccessPolicy LR=access-analyzer,acm,acm-pca,aidevops,airflow,amplify,aoss,appconfig,appflow,application-signals,applicationinsights,apprunner,appstream,appsync,aps,arc-zonal-shift,athena,auditmanager,autoscaling,batch,bcm-data-exports,bedrock,ce,chatbot,cleanrooms,cleanrooms-ml,cloudformation,cloudfront,cloudwatch,codeartifact,codebuild,codecommit,codedeploy,codeguru-profiler,codeguru-reviewer,codepipeline,codestar-connections,codestar-notifications,cognito-identity,cognito-idp,config,connect,datapipeline,datasync,deadline,detective,devicefarm,devops-guru,ds,dynamodb,ec2,ecr,ecs,eks,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,elasticmapreduce,emr-containers,emr-serverless,es,events,firehose,fis,fms,frauddetector,gamelift,globalaccelerator,grafana,greengrass,groundstation,guardduty,healthlake,iam,identitystore,imagebuilder,inspector,inspector2,internetmonitor,iotanalytics,iotevents,iotsitewise,ivs,ivschat,kafka,kendra,kinesis,kinesisanalytics,kinesisvideo,kms,lakeformation,lambda,launchwizard,license-manager,logs,m2,macie2,mediaconnect,medialive,mediapackage-vod,mediapackagev2,mobiletargeting,mq,network-firewall,networkmanager,omics,organizations,osis,payment-cryptography,pca-connector-ad,pca-connector-scep,personalize,pi,pipes,proton,qbusiness,ram,rds,redshift,redshift-serverless,rekognition,resiliencehub,resource-explorer-2,resource-groups,route53,route53-recovery-control-config,route53profiles,route53resolver,rum,s3,sagemaker,scheduler,schemas,secretsmanager,securityhub,securitylake,servicecatalog,ses,shield,signer,sns,ssm,ssm-contacts,ssm-incidents,ssm-sap,sso,states,synthetics,timestream,transfer,verifiedpermissions,vpc-lattice,wafv2,wisdom,workspaces,xray R=apigateway,application-autoscaling,backup-gateway,budgets,comprehend,cur,databrew,directconnect,dms,evidently,forecast,fsx,health,iotwireless,kafkaconnect,lightsail,mediapackage,memorydb,oam,refactor-spaces,route53-recovery-readiness,servicequotas,sqs,tag,workspaces-web LPR=backup,glue LRW=cloudtrail,iot L=s3-outposts RW=support
AIDevOpsAgentActionsPolicy LPRTW=* LR=account L=iam R=organizations W=sts
AIDevOpsAgentFullAccess LPRTW=aidevops
AIDevOpsAgentReadOnlyAccess LR=aidevops
AIDevOpsChannelAccessPolicy W=aidevops
AIDevOpsConstellationAccessPolicy LRW=aidevops
AIDevOpsOperatorAppAccessPolicy LRW=aidevops LW=secretsmanager RW=support W=transcribe
AIDevOpsReleaseManagementVPCPolicy LPTW=ec2
AIOpsAssistantIncidentReportPolicy LRW=aiops
AIOpsAssistantPolicy LR=access-analyzer,acm-pca,airflow,amplify,aoss,appconfig,appflow,application-signals,applicationinsights,apprunner,appstream,appsync,aps,arc-zonal-shift,athena,auditmanager,autoscaling,batch,bedrock,ce,chatbot,cleanrooms,cleanrooms-ml,cloudformation,cloudfront,cloudwatch,codeartifact,codebuild,codedeploy,codeguru-profiler,codeguru-reviewer,codepipeline,codestar-connections,codestar-notifications,cognito-identity,cognito-idp,config,connect,datapipeline,datasync,deadline,detective,devicefarm,devops-guru,ds,dynamodb,ec2,ecr,ecs,eks,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,elasticmapreduce,emr-containers,emr-serverless,es,events,firehose,fis,fms,frauddetector,gamelift,globalaccelerator,grafana,greengrass,groundstation,guardduty,healthlake,iam,identitystore,imagebuilder,inspector,inspector2,internetmonitor,iotanalytics,iotevents,iotfleethub,iotsitewise,ivs,ivschat,kafka,kendra,kinesis,kinesisanalytics,kinesisvideo,kms,lakeformation,lambda,launchwizard,lex,license-manager,logs,lookoutmetrics,lookoutvision,m2,macie2,mediaconnect,medialive,mediapackage-vod,mediapackagev2,mobiletargeting,mq,network-firewall,networkmanager,omics,opsworks-cm,organizations,osis,payment-cryptography,pca-connector-ad,pca-connector-scep,personalize,pipes,proton,qbusiness,qldb,ram,rds,redshift,redshift-serverless,rekognition,resiliencehub,resource-explorer-2,resource-groups,robomaker,route53,route53-recovery-control-config,route53profiles,route53resolver,rum,s3,s3-outposts,sagemaker,scheduler,schemas,secretsmanager,securityhub,securitylake,servicecatalog,ses,shield,signer,sns,ssm,ssm-contacts,ssm-incidents,ssm-sap,sso,states,synthetics,timestream,transfer,verifiedpermissions,vpc-lattice,wafv2,workspaces,xray R=acm,apigateway,application-autoscaling,backup-gateway,budgets,codecommit,comprehend,databrew,dms,evidently,forecast,fsx,health,iotwireless,kafkaconnect,lightsail,mediapackage,memorydb,nimble,oam,pi,refactor-spaces,route53-recovery-readiness,servicequotas,sqs,sso-directory,tag,workspaces-web LPR=backup,glue LRW=cloudtrail,iot
AIOpsConsoleAdminPolicy LRTW=aiops,sso R=chatbot,identitystore,sso-directory,tag LR=cloudtrail,organizations LPW=iam L=kms,signin RW=q PW=secretsmanager RTW=ssm W=sts
AIOpsOperatorAccess LRW=aiops R=identitystore,sso,sso-directory RW=q RTW=ssm W=sts
AIOpsReadOnlyAccess LR=aiops R=identitystore,sso,sso-directory
AWS-SSM-Automation-DiagnosisBucketPolicy LRW=s3
AWS-SSM-DiagnosisAutomation-AdministrationRolePolicy W=iam,kms,sts LRW=s3 RW=ssm
AWS-SSM-DiagnosisAutomation-ExecutionRolePolicy LR=ec2 RW=iam,ssm W=kms
AWS-SSM-DiagnosisAutomation-OperationalAccountAdministrationRolePolicy L=organizations W=sts
AWS-SSM-RemediationAutomation-AdministrationRolePolicy W=iam,kms,sts LRW=s3 RW=ssm
AWS-SSM-RemediationAutomation-ExecutionRolePolicy LTW=ec2 W=iam,kms RW=ssm
AWS-SSM-RemediationAutomation-OperationalAccountAdministrationRolePolicy L=organizations W=sts
AWSAccountActivityAccess LR=account R=aws-portal,billing L=payments
AWSAccountManagementFullAccess LRW=account
AWSAccountManagementReadOnlyAccess LR=account
AWSAccountSettingsManagementRole ?RW=account R=billing,ce,freetier,invoicing,pricing RW=customer-verification,support,tax LRTW=payments LR=sso
AWSAccountUsageReportAccess R=aws-portal
AWSAgentlessDiscoveryService W=arsenal,sns RW=awsconnector LRTW=discovery R=iam,mgh LPRW=s3
AWSAppFabricFullAccess LRTW=appfabric LR=firehose,s3 W=iam L=kms
AWSAppFabricReadOnlyAccess LR=appfabric
AWSAppMeshEnvoyAccess R=appmesh
AWSAppMeshFullAccess LR=acm,acm-pca LRTW=appmesh LRW=cloudformation W=iam R=servicediscovery
AWSAppMeshPreviewEnvoyAccess R=appmesh-preview
AWSAppMeshReadOnly LR=acm,acm-pca,appmesh,cloudformation R=servicediscovery
AWSAppRunnerFullAccess LRTW=apprunner W=iam
AWSAppRunnerReadOnlyAccess LR=apprunner
AWSAppRunnerServicePolicyForECRAccess LR=ecr
AWSAppSyncAdministrator LPRTW=appsync RW=iam
AWSAppSyncInvokeFullAccess LRW=appsync
AWSAppSyncPushToCloudWatchLogs W=logs
AWSAppSyncSchemaAuthor LRTW=appsync
AWSApplicationDiscoveryAgentAccess W=arsenal R=mgh
AWSApplicationDiscoveryAgentlessCollectorAccess W=arsenal R=ecr-public,mgh,sts
AWSApplicationDiscoveryServiceFullAccess LRTW=discovery,mgh RW=iam
AWSApplicationMigrationAgentInstallationPolicy RTW=mgn
AWSApplicationMigrationAgentPolicy RTW=mgn
AWSApplicationMigrationAgentPolicy_v2 RW=mgn
AWSApplicationMigrationConversionServerPolicy RW=mgn
AWSApplicationMigrationEC2Access LRTW=ec2 W=iam
AWSApplicationMigrationFSxProxyPolicy RTW=fsx R=secretsmanager
AWSApplicationMigrationFSxProxyVPCPolicy LPRTW=ec2 LRTW=elasticloadbalancing R=fsx W=iam
AWSApplicationMigrationFullAccess RW=drs LR=ec2,kms L=elasticloadbalancing,license-manager RTW=fsx LW=iam LRTW=mgn R=servicequotas LRW=ssm
AWSApplicationMigrationMGHAccess RW=mgh
AWSApplicationMigrationNetworkMigrationCustomResource W=ec2
AWSApplicationMigrationNetworkMigrationMultiAccount LRTW=cloudformation LPRTW=ec2,iam,ssm PRTW=lambda W=logs RTW=ram
AWSApplicationMigrationReadOnlyAccess L=ec2 LR=mgn R=servicequotas,ssm
AWSApplicationMigrationReplicationServerPolicy LTW=ec2 RW=mgn
AWSApplicationMigrationSSMAccess LRW=ssm
AWSApplicationMigrationServiceEc2InstancePolicy RTW=mgn
AWSApplicationMigrationVCenterClientPolicy LRTW=mgn
AWSArtifactAccountSync LR=organizations
AWSArtifactAgreementsFullAccess LRW=artifact,organizations RW=iam
AWSArtifactAgreementsReadOnlyAccess LR=artifact,organizations R=iam
AWSArtifactComplianceInquiriesFullAccess LRW=artifact L=notifications R=notifications-contacts
AWSArtifactComplianceInquiriesReadOnlyAccess LR=artifact
AWSArtifactReportsReadOnlyAccess LR=artifact
AWSAuditManagerAdministratorAccess LRTW=auditmanager L=controlcatalog,s3,sns LRW=events,iam,organizations LPR=kms R=tag
AWSB9InternalServicePolicy LPW=ec2 RW=greengrass,lambda W=iam
AWSBackupAccessPointOperatorAccess LRW=backup W=kms PRW=s3
AWSBackupAdminPolicy LPRTW=backup W=backup-storage L=dynamodb,ec2,elasticfilesystem LRW=iam LPRW=kms LR=rds,storagegateway R=tag
AWSBackupAuditAccess LRW=backup R=config LR=s3
AWSBackupDataTransferAccess W=backup-storage
AWSBackupFullAccess LPRTW=backup RTW=backup-gateway W=backup-storage L=cloudformation,ds,elasticfilesystem,s3,timestream R=cloudwatch,organizations,ram,tag LR=dsql,eks,redshift,ssm-sap,storagegateway LW=dynamodb,ec2 RW=fsx,ssm LRW=iam,rds,redshift-serverless LPRW=kms
AWSBackupGatewayServiceRolePolicyForVirtualMachineMetadataSync RT=backup-gateway
AWSBackupGuardDutyRolePolicyForScans RW=backup R=ebs LP=ec2 PRW=kms
AWSBackupOperatorAccess LPRW=backup R=backup-gateway,cloudwatch,fsx,organizations,ram,tag L=cloudformation,ds,dynamodb,ec2,elasticfilesystem,s3,timestream LR=dsql,eks,rds,redshift,redshift-serverless,ssm-sap,storagegateway LRW=iam RW=ssm
AWSBackupOperatorPolicy LPRW=backup,kms L=dynamodb,ec2,elasticfilesystem LRW=iam LR=rds,storagegateway R=tag
AWSBackupOrganizationAdminAccess LPRW=organizations
AWSBackupRestoreAccessForSAPHANA LPRW=backup LRW=ssm-sap
AWSBackupSearchOperatorAccess P=backup LRW=backup-search W=kms
AWSBackupServiceRolePolicyForBackup RTW=backup RW=backup-gateway,dynamodb,elasticfilesystem,guardduty,ssm LR=cloudformation LRW=dsql,eks,ssm-sap,timestream LPTW=ec2 PRTW=fsx W=iam PRW=kms LRTW=rds,redshift,redshift-serverless LW=storagegateway R=tag
AWSBackupServiceRolePolicyForIndexing R=ebs L=ec2 RW=kms
AWSBackupServiceRolePolicyForItemRestores R=ebs L=ec2 RW=kms LRW=s3
AWSBackupServiceRolePolicyForRestores LRW=backup,iam,redshift,timestream W=backup-gateway,ebs RTW=cloudformation,dsql,fsx L=ds RW=dynamodb,redshift-serverless LTW=ec2,elasticfilesystem LRTW=eks,rds,storagegateway PRW=kms
AWSBackupServiceRolePolicyForS3Backup T=backup R=cloudwatch LRW=events,s3 RW=kms
AWSBackupServiceRolePolicyForS3Restore RW=kms LPRTW=s3
AWSBackupServiceRolePolicyForScans L=ec2 RW=guardduty W=iam
AWSBatchFullAccess LRTW=batch R=cloudwatch L=ec2 LR=ecs,eks,logs LW=iam
AWSBatchServiceEventTargetRole W=batch
AWSBatchServiceRole LTW=autoscaling,ec2 LRTW=ecs RW=iam LW=logs
AWSBillingConductorFullAccess LRTW=billingconductor LR=organizations R=pricing
AWSBillingConductorReadOnlyAccess LR=billingconductor,organizations R=pricing
AWSBillingReadOnlyAccess R=account,aws-portal,billing,budgets,cur,sustainability,tax LR=ce,consolidatedbilling,freetier,invoicing,payments,purchase-orders L=mapcredits
AWSBudgetsActionsWithAWSResourceControlAccess RW=aws-portal RTW=budgets L=ec2,organizations,rds,sns LW=iam
AWSBudgetsActions_RolePolicyForResourceAdministrationWithSSM LW=ec2,rds W=ssm
AWSBudgetsReadOnlyAccess R=aws-portal,budgets
AWSBugBustFullAccess LRTW=bugbust LR=codeguru-profiler,codeguru-reviewer W=iam
AWSBugBustPlayerAccess LRW=bugbust R=codeguru-profiler LR=codeguru-reviewer
AWSCertificateManagerFullAccess LRTW=acm RW=iam
AWSCertificateManagerPrivateCAAuditor LRW=acm-pca
AWSCertificateManagerPrivateCAFullAccess LPRTW=acm-pca
AWSCertificateManagerPrivateCAPrivilegedUser !LRW=acm-pca
AWSCertificateManagerPrivateCAReadOnly LR=acm-pca
AWSCertificateManagerPrivateCAUser !LRW=acm-pca
AWSCertificateManagerReadOnly LR=acm
AWSCleanRoomsFullAccess LRTW=cleanrooms R=glue LRW=iam,s3 LPRW=logs
AWSCleanRoomsFullAccessNoQuerying !LRTW=cleanrooms R=glue LRW=iam LPRW=logs
AWSCleanRoomsMLFullAccess LRTW=cleanrooms LPRTW=cleanrooms-ml LR=ecr,s3 R=glue LRW=iam
AWSCleanRoomsMLReadOnlyAccess LR=cleanrooms,cleanrooms-ml
AWSCleanRoomsReadOnlyAccess LR=cleanrooms R=glue,logs
AWSCloud9Administrator RTW=cloud9 L=ec2 LRW=iam RW=ssm W=ssmmessages
AWSCloud9EnvironmentMember RW=cloud9,ssm LR=iam W=ssmmessages
AWSCloud9SSMInstanceProfile W=ssm,ssmmessages
AWSCloud9User RW=cloud9,ssm L=ec2 LRW=iam W=ssmmessages
AWSCloudFormationFullAccess LPRTW=cloudformation
AWSCloudFormationReadOnlyAccess LR=cloudformation
AWSCloudHSMFullAccess PRTW=cloudhsm
AWSCloudHSMReadOnlyAccess R=cloudhsm
AWSCloudHSMRole LTW=ec2
AWSCloudMapDiscoverInstanceAccess R=servicediscovery
AWSCloudMapFullAccess L=ec2 LRW=route53 LRTW=servicediscovery
AWSCloudMapReadOnlyAccess LR=servicediscovery
AWSCloudMapRegisterInstanceAccess L=ec2 LRW=route53,servicediscovery
AWSCloudShellFullAccess LRW=cloudshell
AWSCloudTrailFullAccess LRTW=cloudtrail LRW=iam L=kms,lambda W=logs LPRW=s3,sns
AWSCloudTrailReadOnlyAccess LR=cloudtrail,s3 L=kms,lambda
AWSCloudTrail_FullAccess LRTW=cloudtrail L=dynamodb,lambda LRW=iam LW=kms W=logs LPRW=s3,sns
AWSCloudTrail_ReadOnlyAccess LR=cloudtrail
AWSCodeArtifactAdminAccess LPRTW=codeartifact R=sts
AWSCodeArtifactReadOnlyAccess LR=codeartifact R=sts
AWSCodeBuildAdminAccess R=chatbot,cloudwatch LPRW=codebuild,sns LR=codecommit,ecr,s3 LRTW=codestar-connections LRW=codestar-notifications,events L=ec2,elasticfilesystem RW=logs W=ssm,ssmmessages
AWSCodeBuildDeveloperAccess R=chatbot,cloudwatch,logs LRW=codebuild,codestar-notifications LR=codecommit,codestar-connections,events,s3,sns W=ssm,ssmmessages
AWSCodeBuildReadOnlyAccess R=cloudwatch,codecommit,logs LR=codebuild,codestar-connections,codestar-notifications,events
AWSCodeCommitFullAccess R=chatbot LRTW=codecommit LRW=codeguru-reviewer,codestar-notifications,events,iam LR=codestar-connections L=lambda LPRW=sns
AWSCodeCommitPowerUser R=chatbot LRTW=codecommit LRW=codeguru-reviewer,codestar-notifications,events,iam,sns LR=codestar-connections L=lambda
AWSCodeCommitReadOnly LR=codecommit,codeguru-reviewer,codestar-connections,codestar-notifications,events,iam,sns L=lambda
AWSCodeDeployDeployerAccess R=chatbot LRW=codedeploy,codestar-notifications L=sns
AWSCodeDeployFullAccess R=chatbot LRTW=codedeploy LRW=codestar-notifications LPW=sns
AWSCodeDeployReadOnlyAccess LR=codedeploy,codestar-notifications
AWSCodeDeployRole LTW=autoscaling RW=cloudwatch LW=ec2 LRW=elasticloadbalancing W=sns R=tag
AWSCodeDeployRoleForCloudFormation W=lambda
AWSCodeDeployRoleForECS R=cloudwatch,s3 RW=ecs,elasticloadbalancing W=iam,lambda,sns
AWSCodeDeployRoleForECSLimited R=cloudwatch,s3 RW=ecs,elasticloadbalancing W=iam,lambda,sns
AWSCodeDeployRoleForLambda R=cloudwatch,s3 RW=lambda W=sns
AWSCodeDeployRoleForLambdaLimited R=cloudwatch,s3 RW=lambda
AWSCodePipelineApproverAccess LRW=codepipeline
AWSCodePipelineCustomActionAccess RW=codepipeline
AWSCodePipelineFullAccess R=chatbot L=cloudformation,ec2,ecs,elasticbeanstalk,opsworks,states RW=cloudtrail LRW=codebuild,codecommit,codestar-notifications,events,iam LR=codedeploy,devicefarm,ecr,lambda LRTW=codepipeline LPRW=s3 LPW=sns
AWSCodePipelineReadOnlyAccess L=codecommit,codedeploy,elasticbeanstalk,iam,opsworks LR=codepipeline,codestar-notifications,lambda,s3
AWSCodePipeline_FullAccess R=chatbot L=cloudformation,ec2,ecs,elasticbeanstalk,lambda,opsworks,states RW=cloudtrail LRW=codebuild,codestar-notifications,events,iam LR=codecommit,codedeploy,ecr LRTW=codepipeline LPRW=s3 LPW=sns
AWSCodePipeline_ReadOnlyAccess LR=codepipeline,codestar-notifications,s3
AWSCodeStarFullAccess ?R=cloud9 LR=cloudformation LPRTW=codestar L=ec2
AWSCodeStarServiceRole LRTW=autoscaling,codecommit,codedeploy,codepipeline,elasticbeanstalk RW=cloud9,events LPRTW=cloudformation,codestar,ec2,elasticloadbalancing,logs,s3,sns W=cloudwatch LPRW=codebuild,iam R=codestar-connections L=config
AWSCompromisedKeyQuarantine !=ec2,iam,lambda,lightsail,organizations
AWSCompromisedKeyQuarantineV2 !=amplify,bedrock,cloudtrail,codebuild,ec2,ecr,ecs,glue,iam,lambda,lightsail,mediapackagev2,organizations,s3,sagemaker,savingsplans,ses,sns,sts
AWSCompromisedKeyQuarantineV3 !=amplify,bedrock,cloudtrail,codebuild,ec2,ecr,ecs,glue,iam,kms,lambda,lightsail,logs,mediapackagev2,organizations,s3,sagemaker,savingsplans,ses,sns,sts
AWSConfigRole LR=access-analyzer,acm,autoscaling,backup,cloudformation,cloudfront,codepipeline,dynamodb,ec2,ecr-public,ecs,eks,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,elasticmapreduce,es,firehose,globalaccelerator,guardduty,iam,kafka,kinesis,kms,lambda,network-firewall,organizations,rds,redshift,route53,route53resolver,s3,sagemaker,secretsmanager,sns,ssm,states R=account,apigateway,application-autoscaling,cloudtrail,cloudwatch,dms,ecr,fsx,securityhub,shield,sqs,support,tag,waf,waf-regional,wafv2 L=codedeploy,dax,logs,storagegateway LRW=config
AWSConfigRoleForOrganizations LR=organizations
AWSConfigRulesExecutionRole LRW=config R=s3
AWSConfigUserAccess R=cloudtrail,tag LR=config
AWSConnector LTW=ec2 R=iam LPRW=s3 W=sns
AWSControlTowerCloudTrailRolePolicy W=logs
AWSControlTowerIdentityCenterManagementPolicy LRW=sso RW=sso-directory
AWSControlTowerServiceRolePolicy LRW=account,iam,organizations LRTW=cloudformation RW=cloudtrail TW=config L=ec2 LW=logs R=s3 W=servicecatalog,sts
AWSCostAndUsageReportAutomationPolicy RW=cur R=organizations LPRTW=s3
AWSDataExchangeDataGrantOwnerFullAccess LRTW=dataexchange
AWSDataExchangeDataGrantReceiverFullAccess LRW=dataexchange
AWSDataExchangeFullAccess R=apigateway LRTW=aws-marketplace,dataexchange LR=kms PR=redshift LPRW=s3
AWSDataExchangeProviderFullAccess R=apigateway,tag LRW=aws-marketplace LRTW=dataexchange LR=kms PR=redshift LPRW=s3
AWSDataExchangeReadOnly LR=aws-marketplace,dataexchange
AWSDataExchangeSubscriberFullAccess LRW=aws-marketplace,dataexchange LR=kms,s3
AWSDataLifecycleManagerSSMFullAccess LRW=ssm
AWSDataLifecycleManagerServiceRole LPTW=ec2 LRW=events
AWSDataLifecycleManagerServiceRoleForAMIManagement LTW=ec2
AWSDataPipelineRole LPRTW=cloudwatch,elasticmapreduce,s3 R=datapipeline RW=dynamodb,sdb,sqs LTW=ec2 LRW=iam,sns L=rds LR=redshift
AWSDataPipeline_FullAccess LRTW=datapipeline R=dynamodb LRW=iam L=rds,s3 LR=redshift LW=sns
AWSDataPipeline_PowerUser LRTW=datapipeline R=dynamodb LRW=iam L=rds,s3,sns LR=redshift
AWSDataSyncFullAccess LRTW=datasync LPW=ec2 LR=elasticfilesystem,kms,s3 R=fsx LRW=iam LW=logs,secretsmanager L=outposts,s3-outposts
AWSDataSyncReadOnlyAccess LR=datasync,elasticfilesystem,iam L=ec2,logs,s3 R=fsx
AWSDeadlineCloud-FleetWorker RW=deadline
AWSDeadlineCloud-UserAccessFarms LPRW=deadline L=ec2 LR=identitystore W=kms
AWSDeadlineCloud-UserAccessFleets LPRW=deadline L=ec2 LR=identitystore
AWSDeadlineCloud-UserAccessJobs LPRW=deadline L=ec2 LR=identitystore
AWSDeadlineCloud-UserAccessQueues LPRW=deadline L=ec2 LR=identitystore
AWSDeadlineCloud-WorkerHost RTW=deadline
AWSDeepLensLambdaFunctionAccessPolicy ?=deeplens LRW=kinesisvideo LW=logs LR=s3
AWSDeepLensServiceRolePolicy ?=deeplens LPRW=greengrass W=iam PRW=iot LRW=kinesisvideo,lambda,s3 RW=sagemaker
AWSDeepRacerAccountAdminAccess ?=deepracer
AWSDeepRacerCloudFormationAccessPolicy LPRTW=cloudformation LTW=ec2 W=iam RTW=lambda LRTW=robomaker LPRW=s3
AWSDeepRacerDefaultMultiUserAccess !?=deepracer
AWSDeepRacerFullAccess LPRW=s3
AWSDeepRacerRoboMakerAccessPolicy W=cloudwatch LPW=ec2 LRTW=kinesisvideo,robomaker LW=logs LRW=s3
AWSDeepRacerServiceRolePolicy LRW=cloudformation,logs R=cloudwatch ?=deepracer W=iam LRTW=kinesisvideo,robomaker,sagemaker RW=lambda LPRW=s3
AWSDenyAll !=*
AWSDeviceFarmFullAccess LRTW=devicefarm
AWSDirectConnectFullAccess LRTW=directconnect L=ec2
AWSDirectConnectReadOnlyAccess LR=directconnect L=ec2
AWSDirectoryServiceDataFullAccess P=ds LRW=ds-data
AWSDirectoryServiceDataReadOnlyAccess P=ds LR=ds-data
AWSDirectoryServiceFullAccess LPRTW=ds LTW=ec2 L=iam LRW=organizations LPRW=sns
AWSDirectoryServiceReadOnlyAccess LR=ds,organizations,sns L=ec2
AWSDiscoveryContinuousExportFirehosePolicy R=glue W=logs LRW=s3
AWSEC2SqlHaInstancePolicy RW=ec2messages R=secretsmanager W=ssm,ssmmessages
AWSEC2VssRestorePolicy LTW=ec2 LRW=ssm
AWSEC2VssSnapshotPolicy LTW=ec2
AWSElasticBeanstalkCustomPlatformforEC2Role LPRTW=ec2 LW=logs LRW=s3
AWSElasticBeanstalkEKSImageBuild RW=ecr R=ecr-public,s3,sts W=logs
AWSElasticBeanstalkEKSObservability RTW=aps LW=s3
AWSElasticBeanstalkEKSTagging W=ec2,elasticloadbalancing TW=shield
AWSElasticBeanstalkEnhancedHealth L=autoscaling LRW=ec2 LR=elasticloadbalancing LW=logs W=sns R=sqs
AWSElasticBeanstalkFullAccess LR=acm LRTW=autoscaling,elasticbeanstalk LPRTW=cloudformation,cloudwatch,dynamodb,ec2,ecr,ecs,elasticloadbalancing,logs,rds,s3,sns RW=codebuild LPRW=iam PRTW=sqs
AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy LTW=autoscaling,ec2 LPRTW=cloudformation W=cloudwatch,iam RTW=ecs LRTW=elasticbeanstalk,elasticloadbalancing LW=logs L=rds LPRW=s3,sns R=sqs
AWSElasticBeanstalkMulticontainerDocker LW=aws-marketplace LR=bedrock RTW=ecs R=elasticbeanstalk
AWSElasticBeanstalkReadOnly L=acm,autoscaling,ec2,rds,sns LR=cloudformation,cloudwatch,elasticbeanstalk,elasticloadbalancing,iam,logs,s3 R=cloudtrail,sqs
AWSElasticBeanstalkReadOnlyAccess LR=autoscaling,cloudformation,cloudwatch,elasticbeanstalk,elasticloadbalancing,rds,s3,sns L=ec2 R=sqs
AWSElasticBeanstalkRoleCWL W=logs
AWSElasticBeanstalkRoleCore LR=acm,ecs,rds,sns LRTW=autoscaling,cloudformation,elasticloadbalancing W=cloudwatch LTW=ec2 LW=iam L=logs LPRTW=s3
AWSElasticBeanstalkRoleECS TW=ecs
AWSElasticBeanstalkRoleRDS PW=rds
AWSElasticBeanstalkRoleSNS PRW=sns
AWSElasticBeanstalkRoleWorkerTier RTW=dynamodb,sqs
AWSElasticBeanstalkService LTW=autoscaling LPRTW=cloudformation,s3 W=cloudwatch RW=codebuild LW=ec2,iam,logs RTW=ecs LRTW=elasticbeanstalk,elasticloadbalancing L=rds LPRW=sns R=sqs
AWSElasticBeanstalkWebTier LW=aws-marketplace,logs LR=bedrock RW=elasticbeanstalk,xray LRW=s3
AWSElasticBeanstalkWorkerTier LW=aws-marketplace LR=bedrock W=cloudwatch,logs RW=dynamodb,elasticbeanstalk,sqs,xray LRW=s3
AWSElasticDisasterRecoveryAgentInstallationPolicy RTW=drs
AWSElasticDisasterRecoveryAgentPolicy RW=drs
AWSElasticDisasterRecoveryConsoleFullAccess L=cloudformation,elasticloadbalancing,license-manager,resource-groups RTW=drs LRTW=ec2 LW=iam LR=kms,s3
AWSElasticDisasterRecoveryConsoleFullAccess_v2 L=cloudformation,elasticloadbalancing,license-manager,resource-groups RTW=drs LPRTW=ec2 LW=iam LR=kms,s3 LRW=ssm
AWSElasticDisasterRecoveryConversionServerPolicy RW=drs
AWSElasticDisasterRecoveryCrossAccountReplicationPolicy RTW=drs L=ec2
AWSElasticDisasterRecoveryEc2InstancePolicy RTW=drs TW=sts
AWSElasticDisasterRecoveryFailbackInstallationPolicy RTW=drs
AWSElasticDisasterRecoveryFailbackPolicy RW=drs
AWSElasticDisasterRecoveryLaunchActionsPolicy W=iam LRW=ssm
AWSElasticDisasterRecoveryNetworkReplicationPolicy LR=ec2
AWSElasticDisasterRecoveryReadOnlyAccess R=drs L=ec2,iam LR=ssm
AWSElasticDisasterRecoveryRecoveryInstancePolicy RTW=drs L=ec2 TW=sts
AWSElasticDisasterRecoveryReplicationServerPolicy RW=drs LTW=ec2
AWSElasticDisasterRecoveryStagingAccountPolicy RW=drs P=ec2
AWSElasticDisasterRecoveryStagingAccountPolicy_v2 RW=drs P=ec2
AWSElementalMediaConnectCreateBridge W=mediaconnect
AWSElementalMediaConnectCreateFlow W=iam TW=mediaconnect
AWSElementalMediaConnectDeleteBridge W=mediaconnect
AWSElementalMediaConnectDeleteFlow W=mediaconnect
AWSElementalMediaConnectFullAccess LRTW=mediaconnect
AWSElementalMediaConnectReadOnlyAccess LR=mediaconnect
AWSElementalMediaConvertFullAccess W=iam LRTW=mediaconvert L=s3
AWSElementalMediaConvertReadOnly LR=mediaconvert L=s3
AWSElementalMediaLiveFullAccess LRTW=medialive
AWSElementalMediaLiveReadOnly LR=medialive
AWSElementalMediaPackageFullAccess RTW=mediapackage
AWSElementalMediaPackageReadOnly R=mediapackage
AWSElementalMediaPackageV2FullAccess LRTW=mediapackagev2
AWSElementalMediaPackageV2ReadOnly LR=mediapackagev2
AWSElementalMediaStoreFullAccess LPRTW=mediastore
AWSElementalMediaStoreReadOnly LR=mediastore
AWSElementalMediaTailorFullAccess LPRTW=mediatailor
AWSElementalMediaTailorReadOnly LR=mediatailor
AWSEntityResolutionConsoleFullAccess L=connect R=dataexchange,glue,tag LPRTW=entityresolution W=events LW=iam LR=kms,s3 LRW=profile
AWSEntityResolutionConsoleReadOnlyAccess LR=entityresolution
AWSFMAdminFullAccess L=ec2,firehose W=elasticloadbalancing,iam LRTW=fms LR=network-firewall,route53resolver LRW=organizations,wafv2 PR=s3 R=shield LPRTW=waf,waf-regional
AWSFMAdminReadOnlyAccess L=ec2,firehose LR=fms,network-firewall,organizations,route53resolver,waf,waf-regional,wafv2 R=s3,shield
AWSFMMemberReadOnlyAccess R=fms,organizations LR=waf,waf-regional
AWSFaultInjectionSimulatorEC2Access LW=ec2,ssm P=kms
AWSFaultInjectionSimulatorECSAccess L=ec2 LRW=ecs LW=ssm R=tag
AWSFaultInjectionSimulatorEKSAccess LW=ec2 R=eks,tag
AWSFaultInjectionSimulatorNetworkAccess LRTW=ec2
AWSFaultInjectionSimulatorRDSAccess LW=rds R=tag
AWSFaultInjectionSimulatorSSMAccess W=iam LRW=ssm
AWSForWordPressPluginPolicy RTW=acm,cloudformation LRTW=cloudfront LR=polly LPRW=s3 R=translate
AWSGlueConsoleFullAccess LRTW=cloudformation LR=cloudwatch,kms,redshift R=databrew,logs,tag L=dynamodb,rds LTW=ec2 LPRTW=glue LRW=iam,s3
AWSGlueConsoleSageMakerNotebookFullAccess LRTW=cloudformation LR=cloudwatch,kms,redshift L=dynamodb,rds LTW=ec2 LPRTW=glue LRW=iam,s3,sagemaker R=logs,tag
AWSGlueDataBrewServiceRole LTW=ec2 R=glue,secretsmanager W=lakeformation,logs LR=s3
AWSGlueSchemaRegistryFullAccess LRTW=glue
AWSGlueSchemaRegistryReadonlyAccess LR=glue
AWSGlueServiceNotebookRole R=codewhisperer T=ec2 RW=glue LRW=s3
AWSGlueServiceRole W=cloudwatch,logs LTW=ec2 LPRTW=glue LR=iam LRW=s3
AWSGrafanaAccountAdministrator LPRTW=grafana LRW=iam
AWSGrafanaConsoleReadOnlyAccess LR=grafana
AWSGrafanaWorkspacePermissionManagement LPR=grafana LRW=sso R=sso-directory
AWSGrafanaWorkspacePermissionManagementV2 LPR=grafana LR=sso R=sso-directory
AWSGreengrassFullAccess LPRTW=greengrass
AWSGreengrassReadOnlyAccess LR=greengrass
AWSGreengrassResourceAccessRolePolicy LPRTW=greengrass RW=iot R=lambda,s3,sagemaker,secretsmanager
AWSGroundStationAgentInstancePolicy RW=groundstation
AWSHealthFullAccess PR=health W=iam LRW=organizations
AWSHealthImagingFullAccess W=iam LRTW=medical-imaging
AWSHealthImagingReadOnlyAccess LR=medical-imaging
AWSIAMIdentityCenterAllowListForIdentityContext !=*
AWSIQFullAccess W=iam LRW=iq RW=iq-permission
AWSIdentityCenterExternalManagementPolicy RW=identitystore W=kms
AWSIdentitySyncFullAccess W=ds LRW=identity-sync
AWSIdentitySyncReadOnlyAccess LR=identity-sync
AWSImageBuilderFullAccess L=ec2,license-manager LRW=iam LPRTW=imagebuilder LR=s3 LW=sns
AWSImageBuilderReadOnlyAccess R=iam LR=imagebuilder
AWSImportExportFullAccess LRW=importexport
AWSImportExportReadOnlyAccess LR=importexport
AWSIncidentManagerIncidentAccessServiceRolePolicy L=autoscaling R=cloudformation LR=codedeploy
AWSIncidentManagerResolverAccess W=ssm-contacts LRW=ssm-incidents
AWSIoT1ClickFullAccess ?=iot1click
AWSIoT1ClickReadOnlyAccess ?=iot1click
AWSIoTAnalyticsFullAccess LRTW=iotanalytics
AWSIoTAnalyticsReadOnlyAccess LR=iotanalytics
AWSIoTConfigAccess LPRW=iot
AWSIoTConfigReadOnlyAccess LR=iot
AWSIoTDataAccess LRW=iot
AWSIoTDeviceDefenderAddThingsToThingGroupMitigationAction LW=iot
AWSIoTDeviceDefenderAudit R=cognito-identity LR=iam,iot
AWSIoTDeviceDefenderEnableIoTLoggingMitigationAction W=iam,iot
AWSIoTDeviceDefenderPublishFindingsToSNSMitigationAction W=sns
AWSIoTDeviceDefenderReplaceDefaultPolicyMitigationAction P=iot
AWSIoTDeviceDefenderUpdateCACertMitigationAction W=iot
AWSIoTDeviceDefenderUpdateDeviceCertMitigationAction W=iot
AWSIoTDeviceTesterForFreeRTOSFullAccess LR=acm,ssm LTW=ec2 W=execute-api LRW=iam,s3,signer PRW=iot RW=iot-device-tester
AWSIoTDeviceTesterForGreengrassFullAccess W=execute-api,lambda LPRTW=greengrass LW=iam,s3 LPRW=iot RW=iot-device-tester
AWSIoTEventsFullAccess LRTW=iotevents
AWSIoTEventsReadOnlyAccess LR=iotevents
AWSIoTFleetHubFederationAccess LRW=cloudwatch,iot R=iotfleethub LW=sns
AWSIoTFullAccess LPRTW=iot RW=iotjobsdata
AWSIoTLogging RW=logs
AWSIoTManagedIntegrationsFullAccess W=iam LRTW=iotmanagedintegrations
AWSIoTOTAUpdate W=iot R=signer
AWSIoTRuleActions W=cloudwatch,dynamodb,es,firehose,iot,kinesis,s3,sns,sqs
AWSIoTSiteWiseConsoleFullAccess LR=greengrass W=iam R=iot,tag LRW=iotanalytics LRTW=iotsitewise LW=secretsmanager
AWSIoTSiteWiseFullAccess LRTW=iotsitewise
AWSIoTSiteWiseMonitorPortalAccess LRW=iotsitewise R=sso-directory
AWSIoTSiteWiseReadOnlyAccess LR=iotsitewise
AWSIoTThingsRegistration LPRW=iot
AWSIoTWirelessDataAccess W=iotwireless
AWSIoTWirelessFullAccess RTW=iotwireless
AWSIoTWirelessFullPublishAccess RW=iot
AWSIoTWirelessGatewayCertManager LRW=iot
AWSIoTWirelessLogging LW=logs
AWSIoTWirelessReadOnlyAccess R=iotwireless
AWSIotRoboRunnerFullAccess ?=iotroborunner
AWSIotRoboRunnerReadOnly ?=iotroborunner
AWSKeyManagementServicePowerUser L=iam LRTW=kms
AWSLakeFormationCrossAccountManager P=glue LR=organizations LRW=ram
AWSLakeFormationDataAdmin R=cloudtrail LRW=glue LR=iam,s3 !LPRTW=lakeformation
AWSLambdaBasicDurableExecutionRolePolicy RW=lambda W=logs
AWSLambdaBasicExecutionRole W=logs
AWSLambdaDynamoDBExecutionRole R=dynamodb W=logs
AWSLambdaENIManagementAccess LW=ec2
AWSLambdaExecute LPRTW=logs RW=s3
AWSLambdaFullAccess LR=cloudformation LPRTW=cloudwatch,dynamodb,events,lambda,logs,s3 L=cognito-identity,ec2,kms RW=cognito-sync,sqs LRW=iam,kinesis LPRW=iot LW=sns R=tag W=xray
AWSLambdaInvocation-DynamoDB R=dynamodb W=lambda
AWSLambdaKinesisExecutionRole LR=kinesis W=logs
AWSLambdaMSKExecutionRole LW=ec2 R=kafka W=logs
AWSLambdaManagedEC2ResourceOperator LTW=ec2 W=logs
AWSLambdaNetworkConnectorOperatorPolicy TW=ec2
AWSLambdaReadOnlyAccess LR=cloudformation,cloudwatch,dynamodb,events,iam,iot,kinesis,lambda,logs,s3 L=cognito-identity,ec2,kms,sns R=cognito-sync,sqs,tag
AWSLambdaRole W=lambda
AWSLambdaSQSQueueExecutionRole W=logs RW=sqs
AWSLambdaVPCAccessExecutionRole LW=ec2 W=logs
AWSLambda_FullAccess L=cloudformation,ec2 LR=cloudwatch,kms,logs,states,xray LRW=iam LPRTW=lambda R=tag
AWSLambda_ReadOnlyAccess L=cloudformation,ec2,kms LR=cloudwatch,iam,lambda,logs,states,xray R=tag
AWSLicenseManagerConsumptionPolicy RW=license-manager
AWSMCPSignInOAuthAccessPolicy R=signin
AWSMSKReplicatorExecutionRole LRW=kafka-cluster
AWSManagedAccountManagementAccess PTW=iam
AWSManagedAccountUserEntitlementAccess LW=account-access RW=identitystore L=sso R=sso-directory
AWSManagedAdvancedFeaturesActivationAccess W=iam
AWSManagedBudgetsSpendLimitManagementAccess LPRW=organizations
AWSManagedControlPolicyManagementAccess LPRTW=organizations
AWSManagedServiceAccessManagementAccess LPTW=organizations
AWSManagedSettingsAdminAccess ?RW=account,budgets LW=account-access,compute-optimizer,cost-optimization-hub,notifications,signin RW=aco-automation,billing,customer-verification,freetier,support,supportplans,tax ?=builderid R=ce,invoicing,sso-directory LPRW=iam LRW=identitystore,sso ?LPRW=organizations ?LRTW=payments W=ses,sts
AWSManagedSettingsReadOnlyAccess R=account,sso,sso-directory LR=identitystore,organizations
AWSManagedSignUpAdminAccess R=account,billing,invoicing RW=customer-verification,tax LRTW=payments
AWSManagementConsoleAdministratorAccess R=account L=action-recommendations,ec2 LRW=cloudshell LPRTW=notifications RW=q,uxc LRTW=resource-explorer-2
AWSManagementConsoleBasicUserAccess R=account,uxc L=action-recommendations,ec2 RW=cloudshell,q LR=notifications,resource-explorer-2
AWSMarketplaceAmiIngestion LPW=ec2
AWSMarketplaceDiscoveryFullAccess LR=aws-marketplace
AWSMarketplaceFullAccess LPRTW=aws-marketplace LRTW=cloudformation LTW=ec2 LRW=iam,sns L=license-manager,payments R=signin LR=ssm
AWSMarketplaceGetEntitlements R=aws-marketplace
AWSMarketplaceImageBuildFullAccess RW=aws-marketplace,iam,sns !LTW=ec2 LR=s3 LRW=ssm
AWSMarketplaceManageSubscriptions LRW=aws-marketplace
AWSMarketplaceMeteringFullAccess W=aws-marketplace
AWSMarketplaceMeteringRegisterUsage W=aws-marketplace
AWSMarketplaceProcurementSystemAdminFullAccess RW=aws-marketplace LRW=invoicing LR=organizations
AWSMarketplaceRead-only LR=aws-marketplace,sns L=ec2,iam
AWSMarketplaceSellerFullAccess LPRTW=aws-marketplace LRW=aws-marketplace-management LPW=ec2 RW=iam,partnercentral,q,tax R=invoicing LW=payments W=s3,support LR=vendor-insights
AWSMarketplaceSellerOfferManagement LRW=aws-marketplace
AWSMarketplaceSellerProductsFullAccess LPRTW=aws-marketplace LPW=ec2 RW=iam,q W=partnercentral-account-management,s3 LR=vendor-insights
AWSMarketplaceSellerProductsReadOnly LR=aws-marketplace L=ec2
AWSMcpServiceActionsFullAccess LPRTW=*
AWSMigrationHubDMSAccess LRW=mgh
AWSMigrationHubDiscoveryAccess LR=discovery T=dms LT=ec2
AWSMigrationHubFullAccess LRTW=discovery,mgh RW=iam
AWSMigrationHubOrchestratorConsoleFullAccess L=account,ec2,ecs,kms,secretsmanager LR=discovery LRW=iam,s3 R=mgh LRTW=migrationhub-orchestrator
AWSMigrationHubOrchestratorInstanceRolePolicy R=s3,secretsmanager
AWSMigrationHubOrchestratorPlugin W=execute-api RW=migrationhub-orchestrator LRW=s3 R=secretsmanager
AWSMigrationHubRefactorSpaces-EnvironmentsWithoutBridgesFullAccess PRW=apigateway TW=cloudformation LTW=ec2 LRTW=elasticloadbalancing W=iam R=organizations RTW=refactor-spaces
AWSMigrationHubRefactorSpaces-SSMAutomationPolicy LTW=ec2 R=ssm
AWSMigrationHubRefactorSpacesFullAccess PRW=apigateway TW=cloudformation LTW=ec2 LRTW=elasticloadbalancing W=iam R=organizations RTW=refactor-spaces
AWSMigrationHubSMSAccess LRW=mgh
AWSMigrationHubStrategyCollector RW=application-transformation W=execute-api LRW=migrationhub-strategy LPRW=s3 R=secretsmanager
AWSMigrationHubStrategyConsoleFullAccess LR=discovery RW=iam LRW=migrationhub-strategy LPRW=s3 L=secretsmanager
AWSMobileHub_FullAccess RW=apigateway R=cloudfront,dynamodb LRW=devicefarm,s3 L=ec2,iam,lambda,sns LR=lex ?=mobilehub
AWSMobileHub_ReadOnly R=dynamodb,s3 L=iam,lambda,sns LR=lex ?=mobilehub
AWSNetworkFirewallFullAccess LRW=ec2 T=firehose W=iam LPRW=logs LRTW=network-firewall PR=s3
AWSNetworkFirewallReadOnlyAccess LR=logs,network-firewall
AWSNetworkManagerFullAccess W=iam LPRTW=networkmanager
AWSNetworkManagerReadOnlyAccess LR=networkmanager
AWSOpsWorksCMInstanceProfileRole R=acm,secretsmanager RW=cloudformation LRW=s3
AWSOpsWorksCMServiceRole W=acm,iam,opsworks-cm LRW=cloudformation,ssm LTW=ec2 LPRTW=s3 RTW=secretsmanager T=tag
AWSOpsWorksCloudWatchLogs LW=logs
AWSOpsWorksFullAccess L=ec2 LR=elasticloadbalancing LRW=iam LPRTW=opsworks
AWSOpsWorksInstanceRegistration LW=opsworks
AWSOpsWorksRegisterCLI L=ec2 LPW=iam LW=opsworks
AWSOpsWorksRegisterCLI_EC2 L=ec2 LW=opsworks
AWSOpsWorksRegisterCLI_OnPremises L=ec2 PW=iam LW=opsworks
AWSOpsWorksRole R=cloudwatch L=ec2 LR=elasticloadbalancing LRW=iam LPRTW=opsworks,rds
AWSOpsWorks_FullAccess R=cloudwatch L=ec2 LR=elasticloadbalancing LRW=iam LPRTW=opsworks
AWSOrganizationsFullAccess LRW=account W=iam LPRTW=organizations
AWSOrganizationsReadOnlyAccess LR=account,organizations
AWSOutpostsAuthorizeServerPolicy RW=outposts
AWSPCSComputeNodePolicy W=pcs
AWSPanoramaApplianceRolePolicy LW=logs
AWSPanoramaApplianceServiceRolePolicy W=cloudwatch LW=logs LR=s3
AWSPanoramaFullAccess LR=cloudwatch,logs LW=iam LRTW=panorama LPRW=s3 RW=secretsmanager
AWSPanoramaGreengrassGroupRolePolicy W=cloudwatch LW=logs LRTW=panorama LRW=s3
AWSPanoramaSageMakerRolePolicy RW=s3
AWSPanoramaServiceRolePolicy LPRW=greengrass W=iam PRW=iot LR=lambda,panorama LRW=s3,sagemaker
AWSPartnerCentralChannelHandshakeApprovalManagement LW=partnercentral
AWSPartnerCentralChannelManagement LRTW=partnercentral W=partnercentral-account-management,sts RW=q
AWSPartnerCentralFullAccess LR=aws-marketplace LW=iam LRTW=partnercentral W=partnercentral-account-management,s3,sts RW=q,support
AWSPartnerCentralMarketingManagement LRW=partnercentral W=partnercentral-account-management,s3 RW=q
AWSPartnerCentralOpportunityManagement LR=aws-marketplace LRTW=partnercentral W=partnercentral-account-management RW=q
AWSPartnerCentralRevenueAttributionManagement LR=aws-marketplace LRTW=partnercentral RW=q
AWSPartnerCentralSandboxFullAccess W=iam LRTW=partnercentral
AWSPartnerCentralSellingResourceSnapshotJobExecutionRolePolicy RW=partnercentral
AWSPartnerLedSupportReadOnlyAccess LR=acm,acm-pca,athena,backup,cloudformation,cloudfront,cloudwatch,codepipeline,cognito-identity,cognito-idp,cognito-sync,connect,ds,ec2,ecs,eks,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,emr-containers,emr-serverless,es,events,glue,guardduty,iam,kafka,lambda,mobiletargeting,quicksight,rds,redshift,redshift-data,redshift-serverless,route53,route53domains,route53resolver,s3,s3express,sagemaker,ses,sns,ssm,ssm-contacts,ssm-incidents,swf,vpc-lattice,waf,waf-regional,wafv2,workspaces R=apigateway,backup-gateway,cloudtrail,directconnect,dms,fsx,kafkaconnect,route53-recovery-cluster,route53-recovery-control-config,route53-recovery-readiness,servicequotas,workspaces-web L=logs,medialive,pipes,polly,scheduler LPR=ssm-sap
AWSPartnerProServeToolsFullAccess W=partnercentral-account-management
AWSPartnerProServeToolsIndividualContributor W=partnercentral-account-management
AWSPartnerProServeToolsOrganizationReaderIndividualContributor W=partnercentral-account-management
AWSPriceListServiceFullAccess R=pricing
AWSPrivateCAAuditor LRW=acm-pca
AWSPrivateCAConnectorForKubernetesPolicy RW=acm-pca
AWSPrivateCAFullAccess LPRTW=acm-pca
AWSPrivateCAPrivilegedUser !LRW=acm-pca
AWSPrivateCAReadOnly LR=acm-pca
AWSPrivateCAUser !LRW=acm-pca
AWSPrivateMarketplaceAdminFullAccess LRTW=aws-marketplace RW=iam LRW=organizations
AWSPrivateMarketplaceRequests LRTW=aws-marketplace
AWSProtonCodeBuildProvisioningBasicAccess W=logs,proton
AWSProtonDeveloperAccess L=codecommit,s3 R=codeconnections LR=codepipeline,codestar-connections LRW=proton
AWSProtonFullAccess R=codeconnections LR=codestar-connections W=iam LPR=kms LRTW=proton
AWSProtonReadOnlyAccess LR=codepipeline,proton
AWSPurchaseOrdersServiceRolePolicy R=account,consolidatedbilling,tax RW=aws-portal LR=invoicing L=payments LRTW=purchase-orders
AWSQuickSetupCFGCPacksPermissionsBoundary L=compute-optimizer RW=config,ssm LRW=iam R=support
AWSQuickSetupDeploymentRolePolicy LRTW=cloudformation,ssm LRW=config,events LPRTW=iam R=resource-groups
AWSQuickSetupDevOpsGuruPermissionsBoundary L=cloudformation,compute-optimizer R=config,support W=devops-guru LW=iam LPRW=sns RW=ssm
AWSQuickSetupDistributorPermissionsBoundary L=compute-optimizer R=config,support LW=ec2 LPRW=iam LRW=ssm
AWSQuickSetupEnableAREXExecutionPolicy W=iam LRTW=resource-explorer-2
AWSQuickSetupEnableDHMCExecutionPolicy PRW=iam RW=ssm
AWSQuickSetupJITNADeploymentRolePolicy LRTW=cloudformation LPRTW=iam RW=ssm
AWSQuickSetupManageJITNAResourcesExecutionPolicy PRTW=iam RW=ssm
AWSQuickSetupManagedInstanceProfileExecutionPolicy LW=ec2 !LPRTW=iam RTW=ssm
AWSQuickSetupPatchPolicyBaselineAccess R=s3
AWSQuickSetupPatchPolicyDeploymentRolePolicy LRTW=cloudformation,ssm LPRTW=iam,s3 RTW=lambda LTW=logs R=resource-groups
AWSQuickSetupPatchPolicyLambdaExecutionPolicy W=iam RW=ssm
AWSQuickSetupPatchPolicyPermissionsBoundary L=compute-optimizer R=config,support LTW=ec2 LPRTW=iam,s3 W=lambda,logs LRTW=ssm
AWSQuickSetupPatchPolicyTagManagementExecutionPolicy T=ec2 RT=ssm
AWSQuickSetupSSMDeploymentRolePolicy LRTW=cloudformation LPRTW=iam RTW=lambda,ssm
AWSQuickSetupSSMDeploymentS3BucketRolePolicy LPTW=s3
AWSQuickSetupSSMHostMgmtPermissionsBoundary L=compute-optimizer R=config,support LW=ec2 LPRW=iam LRW=ssm
AWSQuickSetupSSMLifecycleManagementExecutionPolicy W=iam RTW=ssm
AWSQuickSetupSSMManageResourcesExecutionPolicy PRTW=iam LRW=s3
AWSQuickSetupSchedulerPermissionsBoundary L=compute-optimizer R=config,support,tag LW=ec2 LRW=iam RW=ssm
AWSQuickSetupStartSSMAssociationsExecutionPolicy W=iam,ssm
AWSQuickSetupStartStopInstancesExecutionPolicy LW=ec2 W=iam RW=ssm
AWSQuickSightAssetBundleExportPolicy LRW=quicksight
AWSQuickSightAssetBundleImportPolicy LPRTW=quicksight
AWSQuickSightDescribeRDS LR=rds
AWSQuickSightDescribeRedshift LR=redshift
AWSQuickSightElasticsearchPolicy LRW=es
AWSQuickSightIoTAnalyticsAccess LR=iotanalytics
AWSQuickSightListIAM L=iam
AWSQuickSightSageMakerPolicy LRW=s3,sagemaker
AWSQuickSightSecretsManagerWriteAccess PW=secretsmanager
AWSQuickSightSecretsManagerWritePolicy PW=secretsmanager
AWSQuickSightTimestreamPolicy LRW=timestream
AWSQuicksightAthenaAccess LRW=athena RW=glue W=lakeformation LPRW=s3
AWSQuicksightOpenSearchPolicy LRW=es
AWSRefactoringToolkitFullAccess RW=a2c,application-transformation,codebuild L=clouddirectory,ds,secretsmanager LRTW=cloudformation,ecr,ecs,ssm LTW=ec2 LRW=iam,s3 PRW=kms RTW=logs W=ssmmessages
AWSRefactoringToolkitSidecarPolicy LR=s3 W=ssmmessages
AWSRepostSpaceSupportOperationsPolicy RW=support
AWSResilienceHubAsssessmentExecutionPolicy R=apigateway,application-autoscaling,drs,ecr,fsx,route53-recovery-control-config,route53-recovery-readiness,sqs,ssm,tag L=autoscaling,devops-guru,ds,ec2,elasticache,route53resolver LR=backup,cloudformation,datasync,dlm,docdb-elastic,dynamodb,ecs,eks,elasticfilesystem,elasticloadbalancing,fis,lambda,rds,resource-groups,route53,servicecatalog,sns,states RW=cloudwatch LRW=s3
AWSResilienceHubResilienceTestingPolicy LR=arc-region-switch R=cloudwatch LRTW=fis W=iam
AWSResilienceHubV2AssessmentExecutionPolicy LR=acm,application-autoscaling,arc-zonal-shift,autoscaling,cloudformation,cloudfront,config,datasync,dlm,docdb-elastic,ds,dsql,dynamodb,ecr,ecs,eks,elasticache,elasticfilesystem,elasticloadbalancing,events,firehose,fis,globalaccelerator,iam,kafka,kinesis,lambda,network-firewall,qldb,ram,rds,redshift,resource-groups,route53,route53-recovery-control-config,route53domains,route53resolver,s3,secretsmanager,servicecatalog,shield,sns,ssm,ssm-incidents,states,vpc-lattice,wafv2 R=apigateway,cloudwatch,drs,fsx,kafkaconnect,memorydb,route53-recovery-cluster,route53-recovery-readiness,sqs,tag LPR=arc-region-switch,backup L=ec2
AWSResourceAccessManagerFullAccess LPRTW=ram
AWSResourceAccessManagerReadOnlyAccess LR=ram
AWSResourceAccessManagerResourceShareParticipantAccess LRW=ram
AWSResourceExplorerFullAccess L=ec2 W=iam R=organizations LR=ram LPRTW=resource-explorer-2
AWSResourceExplorerOrganizationsAccess L=ec2 RW=iam LRW=organizations LR=ram LPRTW=resource-explorer-2
AWSResourceExplorerReadOnlyAccess L=ec2 R=organizations LR=ram,resource-explorer-2
AWSResourceGroupsReadOnlyAccess L=cloudformation,ec2,elasticbeanstalk,opsworks,route53domains,ssm LR=elasticache,elasticloadbalancing,elasticmapreduce,glacier,kinesis,rds,redshift,resource-groups,route53,s3,storagegateway R=tag
AWSRevenueAttributionManagement LRTW=partnercentral
AWSRoboMakerFullAccess W=iam LRTW=robomaker R=s3
AWSRoboMakerReadOnlyAccess LR=robomaker
AWSRoboMakerServiceRolePolicy LPW=ec2 RW=greengrass,lambda W=iam
AWSRoboMaker_FullAccess R=ecr,ecr-public,s3 W=iam LRTW=robomaker
AWSRolesAnywhereFullAccess W=iam LRTW=rolesanywhere
AWSRolesAnywhereReadOnly LR=rolesanywhere
AWSSSODirectoryAdministrator LRW=identitystore,identitystore-auth W=kms R=sso RW=sso-directory
AWSSSODirectoryReadOnly LR=identitystore,identitystore-auth W=kms R=sso-directory
AWSSSOMasterAccountAdministrator R=access-analyzer LRW=ds,identitystore,identitystore-auth,kms,organizations LW=iam,signin W=identity-sync LPRTW=sso RW=sso-directory
AWSSSOMemberAccountAdministrator R=access-analyzer LRW=ds,identitystore,identitystore-auth,kms,organizations L=iam LW=signin LPRTW=sso RW=sso-directory
AWSSSOReadOnly R=access-analyzer,sso-directory LR=ds,organizations,sso L=iam,signin LRW=kms
AWSSavingsPlansFullAccess LRTW=savingsplans
AWSSavingsPlansReadOnlyAccess LR=savingsplans
AWSSecretsManagerClientReadOnlyAccess W=kms LR=secretsmanager
AWSSecurityAgentWebAppPolicy LRW=securityagent
AWSSecurityHubFullAccess LR=account LRW=guardduty,inspector2 RW=iam R=pricing LPRTW=securityhub
AWSSecurityHubOrganizationsAccess LPRTW=organizations
AWSSecurityHubReadOnlyAccess LR=securityhub
AWSSecurityIncidentResponseCaseFullAccess LRTW=security-ir
AWSSecurityIncidentResponseFullAccess W=iam LR=organizations LRTW=security-ir
AWSSecurityIncidentResponseReadOnlyAccess LR=security-ir
AWSServiceCatalogAdminFullAccess LPRTW=cloudformation,servicecatalog R=config LRW=iam LR=ssm
AWSServiceCatalogAdminReadOnlyAccess LR=cloudformation,iam,servicecatalog,ssm R=config
AWSServiceCatalogAppRegistryFullAccess LTW=cloudformation W=iam RTW=resource-groups LRTW=servicecatalog R=tag
AWSServiceCatalogAppRegistryReadOnlyAccess LR=servicecatalog
AWSServiceCatalogEndUserFullAccess LPRTW=cloudformation R=config,ssm LRW=servicecatalog
AWSServiceCatalogEndUserReadOnlyAccess LR=cloudformation,servicecatalog R=config,ssm
AWSShieldDRTAccessPolicy P=apigateway LRW=cloudfront,elasticloadbalancing LR=cloudwatch,globalaccelerator,route53 L=ec2 LRTW=shield LPRTW=waf,waf-regional,wafv2
AWSStepFunctionsConsoleFullAccess LW=iam L=lambda LRTW=states
AWSStepFunctionsFullAccess LRTW=states
AWSStepFunctionsReadOnlyAccess LR=states
AWSStorageGatewayFullAccess LW=ec2 R=ssm LRTW=storagegateway
AWSStorageGatewayReadOnlyAccess L=ec2 R=ssm LR=storagegateway
AWSSupplyChainFederationAdminAccess LRTW=appflow,chime,scn ?=builderid W=identitystore LPRW=kms LRW=s3,sso PW=secretsmanager
AWSSupportAccess RW=support,support-console
AWSSupportAppFullAccess W=iam RW=servicequotas,support
AWSSupportAppReadOnlyAccess R=support
AWSSupportPlansFullAccess RW=iam LRW=supportplans
AWSSupportPlansReadOnlyAccess LR=supportplans
AWSSystemsManagerEnableConfigRecordingExecutionPolicy LRW=config RW=iam LPW=s3 LW=sns
AWSSystemsManagerEnableExplorerExecutionPolicy L=compute-optimizer R=config,support LW=iam RW=ssm
AWSSystemsManagerForSAPFullAccess W=ec2,iam LPRTW=ssm-sap
AWSSystemsManagerForSAPReadOnlyAccess LPR=ssm-sap
AWSSystemsManagerJustInTimeAccessTokenPolicy R=identitystore,sso PW=kms RW=ssm,ssm-guiconnect W=ssmmessages
AWSSystemsManagerJustInTimeAccessTokenSessionPolicy R=identitystore,sso PW=kms RW=ssm,ssm-guiconnect
AWSSystemsManagerJustInTimeNodeAccessRolePropagationPolicy L=cloudformation R=iam LR=organizations,ssm-quicksetup RTW=ram LPRTW=ssm
AWSThinkboxAWSPortalAdminPolicy LRTW=cloudformation,ec2 R=dynamodb LRW=iam,logs W=kms LPRTW=s3 RTW=secretsmanager
AWSThinkboxAWSPortalGatewayPolicy R=dynamodb,secretsmanager LW=logs LRW=s3
AWSThinkboxAWSPortalWorkerPolicy LW=ec2,logs LRW=s3 RW=sqs
AWSThinkboxAssetServerPolicy LR=logs LRW=s3
AWSThinkboxDeadlineResourceTrackerAccessPolicy RW=dynamodb,sqs LW=ec2 W=events,lambda,logs
AWSThinkboxDeadlineResourceTrackerAdminPolicy RW=application-autoscaling,events LTW=cloudformation RTW=dynamodb,sqs LRW=iam PRTW=lambda R=s3
AWSThinkboxDeadlineSpotEventPluginAdminPolicy LTW=ec2 RW=iam
AWSThinkboxDeadlineSpotEventPluginWorkerPolicy LW=ec2 RW=sqs
AWSTransferConsoleFullAccess L=acm,ec2,route53,s3 R=health LRW=iam LRTW=transfer
AWSTransferFullAccess L=ec2 W=iam LRTW=transfer
AWSTransferLoggingAccess LW=logs
AWSTransferReadOnlyAccess LR=transfer
AWSTransformApplicationDeploymentPolicy LRTW=cloudformation,s3 !LTW=ec2 LRW=iam PRW=kms RW=ssm
AWSTransformApplicationECSDeploymentPolicy LRTW=cloudformation,ecs,logs L=ec2 TW=ecr LRW=iam P=kms
AWSTransformCustomExecuteTransformations W=iam RW=transform-custom
AWSTransformCustomFullAccess W=iam LRTW=transform-custom
AWSTransformCustomManageTransformations W=iam LRTW=transform-custom
AWSTransformInfrastructureExecutorAccessBatch LR=batch,cloudwatch,logs L=cloudformation,ec2 LRW=iam,s3,scheduler W=kms,sqs RW=lambda R=secretsmanager,tag
AWSTransformInfrastructureExecutorAccessEC2 LR=cloudformation,secretsmanager LW=ec2 LRW=iam,s3,scheduler,ssm W=kms,sqs R=tag
AWSTransformLandingZoneAgentPolicy LRTW=cloudformation,controltower LPRTW=organizations,s3 LW=servicecatalog
AWSTransformNetworkMigrationAgentPolicy LRW=cloudformation R=directconnect LRTW=ec2,mgn,s3 LR=elasticloadbalancing,network-firewall L=globalaccelerator,organizations LPRTW=iam,ssm RW=kms,tiros RTW=lambda,ram W=logs,sts
AWSTransformRevenueAttributionPolicy LRW=partnercentral
AWSTransformSecretsManagerConnectorPolicy RW=kms R=secretsmanager
AWSTransformSecurityAgentExecutorAccess L=cloudformation W=iam LRW=s3,securityagent
AWSTransformServerMigrationAgentPolicy LRTW=ec2,mgn,s3 RTW=fsx W=iam,sts RW=kms L=organizations,secretsmanager R=servicequotas LRW=ssm
AWSTrustedAdvisorPriorityFullAccess W=iam LRW=organizations RW=trustedadvisor
AWSTrustedAdvisorPriorityReadOnlyAccess LR=organizations R=trustedadvisor
AWSVendorInsightsAssessorFullAccess LR=artifact,vendor-insights LRW=aws-marketplace
AWSVendorInsightsAssessorReadOnly LR=artifact,vendor-insights
AWSVendorInsightsVendorFullAccess LR=artifact LRW=aws-marketplace LRTW=vendor-insights
AWSVendorInsightsVendorReadOnly LR=artifact,aws-marketplace,vendor-insights
AWSWAFConsoleFullAccess LRW=amplify,apprunner,bedrock-agentcore,cloudfront,cognito-idp,elasticloadbalancing PR=apigateway LPRW=appsync,logs L=aws-marketplace,firehose,route53 LR=cloudwatch LW=ec2 R=pricing RW=pricingplanmanager LPR=s3 LPRTW=waf,waf-regional,wafv2
AWSWAFConsoleReadOnlyAccess LR=amplify,apprunner,appsync,bedrock-agentcore,cloudfront,cloudwatch,cognito-idp,elasticloadbalancing,logs,waf,waf-regional,wafv2 R=apigateway,pricing,pricingplanmanager L=aws-marketplace,ec2,firehose,route53,s3
AWSWAFFullAccess LRW=amplify,apprunner,bedrock-agentcore,cognito-idp,elasticloadbalancing P=apigateway LPRW=appsync LW=ec2 LPW=logs PR=s3 LPRTW=waf,waf-regional,wafv2
AWSWAFReadOnlyAccess LR=amplify,apprunner,appsync,bedrock-agentcore,cognito-idp,elasticloadbalancing,waf,waf-regional,wafv2 L=ec2
AWSWickrFullAccess RTW=wickr
AWSXRayDaemonWriteAccess RW=xray
AWSXrayCrossAccountSharingConfiguration RTW=oam W=xray
AWSXrayFullAccess LPRTW=xray
AWSXrayReadOnlyAccess LR=xray
AWSXrayWriteOnlyAccess RW=xray
AWS_ConfigRole LR=access-analyzer,account-access,acm,acm-pca,airflow,amplify,amplifyuibuilder,aoss,app-integrations,appconfig,appflow,application-signals,applicationinsights,appmesh,apprunner,appstream,appsync,apptest,aps,arc-region-switch,athena,auditmanager,autoscaling,b2bi,backup,batch,bcm-data-exports,bedrock,bedrock-agentcore,billing,billingconductor,cases,ce,chime,cleanrooms,cleanrooms-ml,cloudformation,cloudfront,cloudtrail,cloudwatch,codeartifact,codebuild,codecommit,codeconnections,codeguru-profiler,codeguru-reviewer,codepipeline,codestar-connections,cognito-identity,cognito-idp,connect,connect-campaigns,controltower,datasync,datazone,dax,deadline,devicefarm,devops-guru,docdb-elastic,ds,dsql,dynamodb,ec2,ecr,ecr-public,ecs,eks,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,elasticmapreduce,elemental-inference,emr-containers,emr-serverless,entityresolution,es,events,finspace,firehose,fis,fms,frauddetector,gamelift,gameliftstreams,geo,globalaccelerator,glue,greengrass,groundstation,guardduty,healthlake,iam,identitystore,imagebuilder,inspector2,internetmonitor,invoicing,iot,iotanalytics,iotdeviceadvisor,iotevents,iotfleethub,iotfleetwise,iotsitewise,iottwinmaker,ivs,ivschat,kafka,kendra,kendra-ranking,kinesis,kinesisanalytics,kinesisvideo,kms,lakeformation,lambda,launchwizard,lex,license-manager,lookoutmetrics,lookoutvision,m2,macie2,managedblockchain,mediaconnect,medialive,mediapackage-vod,mediapackagev2,mediatailor,medical-imaging,mobiletargeting,mpa,mq,network-firewall,networkmanager,notifications,notifications-contacts,nova-act,omics,organizations,osis,outposts,panorama,payment-cryptography,pca-connector-ad,pca-connector-scep,pcs,personalize,pipes,profile,qbusiness,quicksight,ram,rds,redshift,redshift-serverless,rekognition,resiliencehub,resource-explorer-2,resource-groups,robomaker,rolesanywhere,route53,route53profiles,route53resolver,rtbfabric,rum,s3,s3-outposts,s3express,s3files,s3tables,s3vectors,sagemaker,scheduler,schemas,sdb,secretsmanager,securityagent,securityhub,securitylake,servicecatalog,ses,shield,signer,sns,ssm,ssm-contacts,ssm-incidents,ssm-quicksetup,sso,states,synthetics,timestream,timestream-influxdb,transcribe,transfer,verifiedpermissions,vpc-lattice,waf-regional,wafv2,wisdom,workspaces,xray R=account,apigateway,application-autoscaling,arc-zonal-shift,autoscaling-plans,backup-gateway,bcm-dashboards,braket,budgets,cassandra,cloud9,comprehend,cur,databrew,directconnect,dms,evidently,forecast,fsx,grafana,iotwireless,kafkaconnect,lightsail,lookoutequipment,memorydb,neptune-graph,nimble,oam,refactor-spaces,route53-recovery-control-config,route53-recovery-readiness,servicediscovery,sms-voice,sqs,ssm-guiconnect,ssm-sap,sts,support,tag,textract,voiceid,waf,workspaces-web L=codedeploy,detective,opsworks,storagegateway LRW=config,logs
AccountManagementFromVercel W=account L=bcm-recommended-actions R=ce,cur,freetier LPRTW=iam
AdministratorAccess LPRTW=*
AdministratorAccess-AWSElasticBeanstalk LR=acm LRTW=autoscaling,cloudformation,ecs,elasticbeanstalk R=cloudtrail LRW=cloudwatch,logs RW=codebuild,codecommit RTW=dynamodb LTW=ec2 LPRTW=elasticloadbalancing,s3 LPRW=iam,rds,sns PRTW=sqs
AdministratorAccess-Amplify LRTW=amplify,amplifyuibuilder,appsync,cloudformation,cloudfront,cognito-identity,cognito-idp,dynamodb,geo,mobiletargeting LRW=amplifybackend,events,logs,sns RW=apigateway,ssm R=codecommit,ecr,lex,rekognition RTW=es,kinesis LPRTW=iam,lambda,s3 L=polly LW=route53 PRW=sqs W=sts
AgentRegistryFullAccess LRTW=agent-registry RW=bedrock-agentcore LW=iam PRW=kms R=secretsmanager
AgentRegistryReadOnlyAccess LR=agent-registry
AlexaForBusinessDeviceSetup LRW=a4b R=secretsmanager
AlexaForBusinessFullAccess LRTW=a4b RW=iam,secretsmanager R=kms
AlexaForBusinessGatewayExecution LRW=a4b LW=logs RW=sqs
AlexaForBusinessLifesizeDelegatedAccessPolicy LRW=a4b R=kms
AlexaForBusinessPolyDelegatedAccessPolicy LRW=a4b
AlexaForBusinessReadOnlyAccess LR=a4b
AmazonAPIGatewayAdministrator LPRW=apigateway
AmazonAPIGatewayInvokeFullAccess W=execute-api
AmazonAPIGatewayPushToCloudWatchLogs LRW=logs
AmazonAppFlowFullAccess LRTW=appflow L=iam,lambda LPR=kms,s3 PW=secretsmanager
AmazonAppFlowReadOnlyAccess LR=appflow
AmazonAppStreamFullAccess RW=application-autoscaling,cloudwatch LRTW=appstream L=ec2 LW=iam
AmazonAppStreamPCAAccess RW=acm-pca
AmazonAppStreamReadOnlyAccess LR=appstream
AmazonAppStreamServiceAccess R=application-autoscaling L=ds LW=ec2 LPRW=s3
AmazonApplicationRecoveryControllerRegionSwitchPlanExecutionPolicy LR=arc-region-switch R=cloudwatch,iam
AmazonAthenaFullAccess LRTW=athena RW=cloudwatch,glue L=datazone W=lakeformation R=pricing LPRW=s3 LR=sns
AmazonAugmentedAIFullAccess W=iam LRW=sagemaker
AmazonAugmentedAIHumanLoopFullAccess LRW=sagemaker
AmazonAugmentedAIIntegratedAPIAccess W=iam R=rekognition,textract LRW=sagemaker
AmazonAuroraDSQLConsoleFullAccess R=access-analyzer,tag LR=cloudwatch,kinesis LRTW=dsql L=ec2 W=iam LRW=kms
AmazonAuroraDSQLFullAccess R=cloudwatch LRTW=dsql W=iam RW=kms
AmazonAuroraDSQLReadOnlyAccess R=cloudwatch LR=dsql
AmazonBedrockAgentCoreMemoryBedrockModelInferenceExecutionRolePolicy R=bedrock LW=bedrock-mantle
AmazonBedrockExternalWebSearchFullAccess R=bedrock-websearch
AmazonBedrockExternalWebSearchReadOnly R=bedrock-websearch
AmazonBedrockFullAccess LW=aws-marketplace,iam LPRTW=bedrock LRTW=bedrock-mantle,sagemaker R=bedrock-websearch,kms L=ec2
AmazonBedrockLimitedAccess LW=aws-marketplace LRTW=bedrock LRW=bedrock-mantle R=bedrock-websearch,kms L=ec2,iam
AmazonBedrockMantleFullAccess LW=aws-marketplace LRTW=bedrock-mantle R=bedrock-websearch
AmazonBedrockMantleInferenceAccess LW=aws-marketplace LRW=bedrock-mantle R=bedrock-websearch
AmazonBedrockMantleReadOnly LR=bedrock-mantle
AmazonBedrockMarketplaceAccess W=bedrock,iam LRTW=sagemaker
AmazonBedrockReadOnly LR=bedrock,sagemaker
AmazonBedrockStudioPermissionsBoundary W=aoss,kms,lambda,logs LRTW=bedrock LRW=s3 RW=secretsmanager
AmazonBedrockWebSearchFullAccess R=bedrock-websearch
AmazonBedrockWebSearchReadOnly R=bedrock-websearch
AmazonBioDiscoveryFullAccess W=iam,kms LR=identitystore LRW=researchstudio,sso
AmazonBioDiscoveryInAppFullAccess L=identitystore W=kms LRW=researchstudio LW=sso
AmazonBraketFullAccess LRTW=braket,sagemaker RW=cloudwatch R=ecr,pricing,servicequotas LRW=iam,logs LPRW=s3
AmazonBraketJobsExecutionPolicy LRTW=braket W=cloudwatch R=ecr LW=iam LRW=logs LPRW=s3
AmazonChimeFullAccess LRTW=chime LR=kinesis,s3 LPRW=logs RW=sns,sqs
AmazonChimeReadOnly LR=chime
AmazonChimeSDK LRTW=chime
AmazonChimeUserManagement LRW=chime
AmazonCloudDirectoryFullAccess LRTW=clouddirectory
AmazonCloudDirectoryReadOnlyAccess LR=clouddirectory
AmazonCloudWatchEvidentlyFullAccess R=cloudtrail LRTW=cloudwatch RTW=evidently LR=iam,s3 L=logs LW=sns
AmazonCloudWatchEvidentlyReadOnlyAccess R=evidently
AmazonCloudWatchRUMFullAccess LR=cloudwatch LRW=cognito-identity,logs RW=iam LRTW=rum R=synthetics
AmazonCloudWatchRUMReadOnlyAccess R=cloudwatch,synthetics,xray L=logs LR=rum
AmazonCodeCatalystFullAccess LRTW=codecatalyst LW=iam
AmazonCodeCatalystReadOnlyAccess LR=codecatalyst
AmazonCodeCatalystSupportAccess RW=support
AmazonCodeGuruProfilerAgentAccess W=codeguru-profiler
AmazonCodeGuruProfilerFullAccess R=codeguru LPRTW=codeguru-profiler LW=iam L=sns
AmazonCodeGuruProfilerReadOnlyAccess R=codeguru LR=codeguru-profiler L=iam
AmazonCodeGuruReviewerFullAccess LT=codecommit R=codeguru LRTW=codeguru-reviewer LRT=codestar-connections W=events RW=iam
AmazonCodeGuruReviewerReadOnlyAccess R=codeguru LR=codeguru-reviewer
AmazonCodeGuruSecurityFullAccess LRTW=codeguru-security
AmazonCodeGuruSecurityScanAccess LRW=codeguru-security
AmazonCognitoDeveloperAuthenticatedIdentities RW=cognito-identity
AmazonCognitoPowerUser L=acm,kinesis LRTW=cognito-identity,cognito-idp LRW=cognito-sync,iam LR=lambda,ses,sns R=mobiletargeting,sms-voice
AmazonCognitoReadOnly LRW=cognito-identity,cognito-idp LR=cognito-sync L=iam,sns
AmazonCognitoUnAuthedIdentitiesSessionPolicy RTW=comprehend LRTW=firehose,mobiletargeting,personalize,rekognition,transcribe,translate LRW=geo,polly W=kms,rum R=sagemaker
AmazonCognitoUnauthenticatedIdentities W=rum
AmazonConnectFullAccess LRTW=connect LW=ds LR=firehose,kinesis PW=iam LPR=kms L=lex W=logs LRW=s3
AmazonConnectReadOnlyAccess !LR=connect L=ds
AmazonConnectVoiceIDFullAccess LRTW=voiceid
AmazonConnect_FullAccess LRTW=connect,profile LRW=ds,s3 LR=firehose,kinesis,kms W=iam,logs L=lambda,lex R=servicequotas
AmazonDMSCloudWatchLogsRole LW=logs
AmazonDMSRedshiftS3Role LPRW=s3
AmazonDMSVPCManagementRole LW=ec2
AmazonDRSVPCManagement LW=ec2
AmazonDataZoneBedrockModelConsumptionPolicy LRTW=bedrock
AmazonDataZoneBedrockModelManagementPolicy TW=bedrock
AmazonDataZoneDomainExecutionRolePolicy LPRW=datazone R=ram
AmazonDataZoneEnvironmentRolePermissionsBoundary !=* LRW=athena,glue,iam,kms,lakeformation,logs,redshift-data,redshift-serverless,s3 LPRTW=datazone LTW=ec2,secretsmanager LPRW=redshift LRTW=sqlworkbench R=tag
AmazonDataZoneFullAccess LRW=aoss,iam,kms,ram LRTW=bedrock LRT=codeconnections L=codewhisperer,ec2,redshift,redshift-serverless LPRTW=datazone R=glue,sso LPRW=s3 LTW=secretsmanager RW=ssm
AmazonDataZoneFullUserAccess LPRW=datazone R=ram
AmazonDataZoneGlueManageAccessRolePolicy L=ec2 LPRTW=glue RW=iam W=kms LPRW=lakeformation R=organizations LRW=ram PTW=s3
AmazonDataZoneRedshiftGlueProvisioningPolicy RTW=athena,glue LRTW=cloudformation LPRTW=iam W=kms LPRW=lakeformation LTW=logs L=redshift RW=redshift-data R=redshift-serverless LR=s3,secretsmanager
AmazonDataZoneRedshiftManageAccessRolePolicy LPRW=redshift LRW=redshift-data RW=redshift-serverless L=secretsmanager
AmazonDataZoneSageMakerEnvironmentRolePermissionsBoundary !=* RW=application-autoscaling,codebuild,groundtruthlabeling,states LRW=athena,cloudwatch,codecommit,iam,logs,redshift-data,redshift-serverless,servicecatalog L=aws-marketplace,rds LR=cloudformation,elasticfilesystem,elasticmapreduce LPRTW=datazone,ecr,secretsmanager LPW=ec2,redshift ?=elastic-inference LRTW=events,sagemaker-geospatial,sqlworkbench RTW=forecast R=fsx,tag LPRW=glue,kms,s3 W=lakeformation,ram,sso LW=lambda,sns !LRTW=sagemaker
AmazonDataZoneSageMakerManageAccessRolePolicy PR=ecr,kms RTW=ram LPR=s3 LRTW=sagemaker
AmazonDataZoneSageMakerProvisioningRolePolicy L=ec2 RW=glue PRW=iam R=kms LRW=sagemaker
AmazonDetectiveFullAccess LRTW=detective LRW=guardduty LR=organizations R=securityhub
AmazonDetectiveInvestigatorAccess LRW=detective,guardduty LR=organizations R=securityhub
AmazonDetectiveMemberAccess LRW=detective
AmazonDetectiveOrganizationsAccess LW=detective W=iam LRW=organizations
AmazonDevOpsGuruConsoleFullAccess L=cloudformation,rds R=cloudwatch,logs,pi LRW=devops-guru RW=iam LPRW=sns
AmazonDevOpsGuruFullAccess L=cloudformation,rds R=cloudwatch,logs LRW=devops-guru RW=iam LPRW=sns
AmazonDevOpsGuruOrganizationsAccess LR=devops-guru LRW=organizations
AmazonDevOpsGuruReadOnlyAccess L=cloudformation,rds R=cloudwatch,iam,logs LR=devops-guru
AmazonDocDBConsoleFullAccess LR=cloudwatch,kms,logs LRTW=docdb-elastic,rds LW=ec2,sns RW=iam
AmazonDocDBElasticFullAccess LR=cloudwatch,secretsmanager LRTW=docdb-elastic LW=ec2 W=iam PRW=kms
AmazonDocDBElasticReadOnlyAccess LR=cloudwatch,docdb-elastic
AmazonDocDBFullAccess LR=cloudwatch,logs L=ec2,kms W=iam LRTW=rds LW=sns
AmazonDocDBReadOnlyAccess LR=cloudwatch,logs,rds L=ec2,kms
AmazonDynamoDBFullAccess RW=application-autoscaling LRW=cloudwatch,datapipeline,iam,lambda,resource-groups LRTW=dax LPRTW=dynamodb L=ec2 LR=kinesis,kms LPW=sns R=tag
AmazonDynamoDBFullAccess_v2 RW=application-autoscaling R=cloudwatch,tag LRTW=dax LPRTW=dynamodb L=ec2,lambda,sns LW=iam LR=kinesis,kms
AmazonDynamoDBFullAccesswithDataPipeline LRW=cloudwatch,iam LRTW=datapipeline LPRTW=dynamodb,elasticmapreduce,lambda,s3 LTW=ec2 LPW=sns
AmazonDynamoDBReadOnlyAccess R=application-autoscaling,tag LR=cloudwatch,datapipeline,dax,dynamodb,iam,kinesis,kms,lambda,resource-groups L=ec2,sns
AmazonEBSCSIDriverEKSClusterScopedPolicy LTW=ec2
AmazonEBSCSIDriverPolicy LTW=ec2
AmazonEBSCSIDriverPolicyV2 LTW=ec2
AmazonEC2ContainerRegistryFullAccess R=cloudtrail LPRTW=ecr W=iam
AmazonEC2ContainerRegistryPowerUser LRW=ecr
AmazonEC2ContainerRegistryPullOnly RW=ecr
AmazonEC2ContainerRegistryReadOnly LR=ecr
AmazonEC2ContainerServiceAutoscaleRole RW=cloudwatch,ecs
AmazonEC2ContainerServiceEventsRole TW=ecs W=iam
AmazonEC2ContainerServiceFullAccess LRW=autoscaling,cloudformation,events R=cloudwatch L=ec2 LPRTW=ecs,elasticloadbalancing LW=iam
AmazonEC2ContainerServiceRole LW=ec2 LRW=elasticloadbalancing
AmazonEC2ContainerServiceforEC2Role L=ec2 R=ecr RTW=ecs W=logs
AmazonEC2FullAccess LRTW=autoscaling LPRTW=cloudwatch,ec2,elasticloadbalancing W=iam
AmazonEC2ImageReferencesAccessPolicy L=ec2 LR=imagebuilder,ssm
AmazonEC2ReadOnlyAccess LR=autoscaling,cloudwatch,ec2,elasticloadbalancing
AmazonEC2ReportsAccess ?=ec2-reports
AmazonEC2RolePolicyForLaunchWizard LRW=cloudformation RW=cloudwatch,dynamodb,sqs,ssm LTW=ec2 R=fsx LW=logs LRTW=s3
AmazonEC2RoleforAWSCodeDeploy LR=s3
AmazonEC2RoleforAWSCodeDeployLimited LR=s3
AmazonEC2RoleforDataPipelineRole LPRTW=cloudwatch,dynamodb,s3,sns LRTW=datapipeline L=ec2 RW=elasticmapreduce LR=rds,redshift LRW=sdb PRTW=sqs
AmazonEC2RoleforSSM W=cloudwatch,ssmmessages LW=ds,logs L=ec2 RW=ec2messages LRW=s3,ssm
AmazonEC2SpotFleetAutoscaleRole RW=cloudwatch LW=ec2 W=iam
AmazonEC2SpotFleetRole LW=ec2 W=elasticloadbalancing,iam
AmazonEC2SpotFleetTaggingRole LTW=ec2 W=elasticloadbalancing,iam
AmazonECSInfrastructureRoleForGatewayHostSharedALB RTW=acm LTW=ec2 LRTW=elasticloadbalancing W=iam RW=wafv2
AmazonECSInfrastructureRolePolicyForLoadBalancers RW=elasticloadbalancing
AmazonECSInfrastructureRolePolicyForManagedInstances L=cloudformation,resource-groups LTW=ec2 W=iam R=tag
AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity RW=acm-pca RTW=secretsmanager
AmazonECSInfrastructureRolePolicyForVolumes LTW=ec2
AmazonECSInfrastructureRolePolicyForVpcLattice L=ec2 LRW=vpc-lattice
AmazonECSInfrastructureRoleforExpressGatewayServices RTW=acm,application-autoscaling,cloudwatch LTW=ec2,logs LRTW=elasticloadbalancing W=iam
AmazonECSInstanceRolePolicyForManagedInstances W=ecs
AmazonECSTaskExecutionRolePolicy R=ecr W=logs
AmazonECS_FullAccess RW=application-autoscaling,cloudwatch,servicediscovery LR=appmesh LRW=autoscaling,codedeploy,events,logs,route53 LRTW=cloudformation,elasticloadbalancing LW=ec2,iam LPRTW=ecs L=elasticfilesystem,lambda,sns R=fsx,ssm
AmazonEFSCSIDriverPolicy L=ec2 LRTW=elasticfilesystem
AmazonEKSBlockStoragePolicy TW=ec2
AmazonEKSBlockStoragePolicyV2 TW=ec2
AmazonEKSClusterPolicy LW=autoscaling LTW=ec2 LRTW=elasticloadbalancing W=iam R=kms
AmazonEKSComputePolicy LTW=ec2 W=iam
AmazonEKSDashboardConsoleReadOnly R=eks LR=organizations
AmazonEKSFargatePodExecutionRolePolicy R=ecr
AmazonEKSLoadBalancingPolicy LR=acm R=cognito-idp LRTW=ec2,elasticloadbalancing W=iam TW=shield LRW=wafv2
AmazonEKSLocalOutpostClusterPolicy L=ec2 RW=ec2messages,secretsmanager R=ecr,ecr-public LW=logs LRW=ssm W=ssmmessages
AmazonEKSMCPReadOnlyAccess R=cloudwatch,eks-mcp,logs,sts L=ec2 LR=eks,iam
AmazonEKSNetworkingPolicy TW=ec2
AmazonEKSServicePolicy LPRTW=ec2 W=eks,route53 LW=iam,logs
AmazonEKSVPCResourceController PW=ec2
AmazonEKSWorkerNodeMinimalPolicy R=eks-auth
AmazonEKSWorkerNodePolicy L=ec2 R=eks,eks-auth
AmazonEKS_CNI_Policy LTW=ec2
AmazonEMRFullAccessPolicy_v2 R=cloudwatch L=ec2,s3 LPRTW=elasticmapreduce LW=iam
AmazonEMRReadOnlyAccessPolicy_v2 R=cloudwatch LR=elasticmapreduce
AmazonEMRServicePolicyForSessions LPTW=ec2 LRTW=elasticloadbalancing W=iam
AmazonEMRServicePolicy_v2 RW=application-autoscaling,cloudwatch LTW=ec2 W=iam L=resource-groups
AmazonESCognitoAccess RW=cognito-identity LRW=cognito-idp W=iam
AmazonESFullAccess LRTW=es
AmazonESReadOnlyAccess LR=es
AmazonElastiCacheFullAccess R=application-autoscaling,cloudwatch LTW=ec2 LRTW=elasticache L=firehose,logs,outposts,s3,sns W=iam LR=kms
AmazonElastiCacheReadOnlyAccess L=elasticache
AmazonElasticContainerRegistryPublicFullAccess LPRTW=ecr-public R=sts
AmazonElasticContainerRegistryPublicPowerUser LRW=ecr-public R=sts
AmazonElasticContainerRegistryPublicReadOnly LR=ecr-public R=sts
AmazonElasticFileSystemClientFullAccess RW=elasticfilesystem
AmazonElasticFileSystemClientReadOnlyAccess R=elasticfilesystem
AmazonElasticFileSystemClientReadWriteAccess RW=elasticfilesystem
AmazonElasticFileSystemFullAccess R=cloudwatch LW=ec2 LPRTW=elasticfilesystem W=iam LR=kms
AmazonElasticFileSystemReadOnlyAccess R=cloudwatch L=ec2,kms LR=elasticfilesystem
AmazonElasticFileSystemsUtils W=cloudwatch,ssmmessages L=ec2 RW=ec2messages R=elasticfilesystem LW=logs LRW=ssm
AmazonElasticMapReduceEditorsRole LPTW=ec2 R=elasticmapreduce
AmazonElasticMapReduceFullAccess RTW=cloudformation LPRTW=cloudwatch,elasticmapreduce,s3 LTW=ec2 LRW=iam,sdb L=kms
AmazonElasticMapReducePlacementGroupPolicy LW=ec2
AmazonElasticMapReduceReadOnlyAccess R=cloudwatch,sdb LR=elasticmapreduce,s3
AmazonElasticMapReduceRole RW=application-autoscaling,cloudwatch,sdb,sqs LTW=ec2 LRW=iam,s3
AmazonElasticMapReduceforAutoScalingRole R=cloudwatch RW=elasticmapreduce
AmazonElasticMapReduceforEC2Role LPRTW=cloudwatch,dynamodb,s3,sns L=ec2 LR=elasticmapreduce,rds RW=glue,kinesis LRW=sdb PRTW=sqs
AmazonElasticTranscoderRole LPRW=s3 W=sns
AmazonElasticTranscoder_FullAccess LRW=elastictranscoder LW=iam L=s3,sns
AmazonElasticTranscoder_JobsSubmitter LRW=elastictranscoder L=iam,s3,sns
AmazonElasticTranscoder_ReadOnlyAccess LR=elastictranscoder L=iam,s3,sns
AmazonEventBridgeFullAccess LPRTW=events W=iam LRTW=pipes,scheduler,schemas RW=secretsmanager
AmazonEventBridgePipesFullAccess W=iam LRTW=pipes
AmazonEventBridgePipesOperatorAccess LRW=pipes
AmazonEventBridgePipesReadOnlyAccess LR=pipes
AmazonEventBridgeReadOnlyAccess LR=events,pipes,scheduler,schemas
AmazonEventBridgeSchedulerFullAccess W=iam LRTW=scheduler
AmazonEventBridgeSchedulerReadOnlyAccess LR=scheduler
AmazonEventBridgeSchemasFullAccess LW=events W=iam LRTW=schemas
AmazonEventBridgeSchemasReadOnlyAccess LR=schemas
AmazonFSxConsoleFullAccess R=cloudwatch L=ds,firehose,kms,logs,s3,secretsmanager LRT=ec2 PRTW=fsx W=iam
AmazonFSxConsoleReadOnlyAccess R=cloudwatch,fsx,kms L=ds,firehose,logs LR=ec2
AmazonFSxFullAccess L=ds LRT=ec2 W=firehose,iam,logs PRTW=fsx
AmazonFSxReadOnlyAccess R=fsx
AmazonForecastFullAccess RTW=forecast W=iam
AmazonFraudDetectorFullAccessPolicy LRTW=frauddetector LW=iam LR=s3,sagemaker
AmazonFreeRTOSFullAccess LRW=freertos
AmazonFreeRTOSOTAUpdate RW=iot,signer LRW=s3
AmazonGlacierFullAccess LPRTW=glacier
AmazonGlacierReadOnlyAccess LR=glacier
AmazonGrafanaAthenaAccess LRW=athena R=glue LPRW=s3
AmazonGrafanaCloudWatchAccess LR=cloudwatch,logs L=ec2 R=oam,tag
AmazonGrafanaRedshiftAccess LW=redshift LRW=redshift-data LR=secretsmanager
AmazonGuardDutyFullAccess LRTW=guardduty W=iam LRW=organizations
AmazonGuardDutyFullAccess_v2 LRTW=guardduty RW=iam LRW=organizations
AmazonGuardDutyReadOnlyAccess LR=guardduty,organizations
AmazonHealthLakeFullAccess LRTW=healthlake LW=iam LR=s3
AmazonHealthLakeReadOnlyAccess LR=healthlake
AmazonHoneycodeFullAccess LRTW=honeycode
AmazonHoneycodeReadOnlyAccess LRT=honeycode
AmazonHoneycodeTeamAssociationFullAccess LW=honeycode
AmazonHoneycodeTeamAssociationReadOnlyAccess L=honeycode
AmazonHoneycodeWorkbookFullAccess LRW=honeycode
AmazonHoneycodeWorkbookReadOnlyAccess LR=honeycode
AmazonInspector2FullAccess R=codeguru-security W=iam LRTW=inspector2 LRW=organizations
AmazonInspector2FullAccess_v2 R=codeguru-security LRW=config,organizations W=iam LRTW=inspector2
AmazonInspector2ManagedCisPolicy W=inspector2
AmazonInspector2ManagedTelemetryPolicy W=inspector2-telemetry
AmazonInspector2ReadOnlyAccess R=codeguru-security LR=config,inspector2,organizations,ssm
AmazonInspectorFullAccess L=ec2,sns LR=events W=iam LRTW=inspector
AmazonInspectorReadOnlyAccess L=ec2,sns LR=events,inspector
AmazonKendraFullAccess R=cloudwatch L=ec2 LW=iam LRTW=kendra LR=kms,s3 LRW=secretsmanager
AmazonKendraReadOnlyAccess LR=kendra
AmazonKeyspacesFullAccess RW=application-autoscaling,cloudwatch LRTW=cassandra L=ec2 W=iam LR=kms
AmazonKeyspacesReadOnlyAccess R=application-autoscaling,cloudwatch LR=cassandra,kms
AmazonKeyspacesReadOnlyAccess_v2 R=application-autoscaling,cloudwatch LR=cassandra,kms L=ec2
AmazonKinesisAnalyticsFullAccess LR=cloudwatch,firehose LW=iam LRW=kinesis LRTW=kinesisanalytics R=logs
AmazonKinesisAnalyticsReadOnly LR=cloudwatch,firehose,kinesis,kinesisanalytics L=iam R=logs
AmazonKinesisFirehoseFullAccess LRTW=firehose
AmazonKinesisFirehoseReadOnlyAccess LR=firehose
AmazonKinesisFullAccess LRTW=kinesis
AmazonKinesisReadOnlyAccess LR=kinesis
AmazonKinesisVideoStreamsFullAccess LRTW=kinesisvideo
AmazonKinesisVideoStreamsReadOnlyAccess LR=kinesisvideo
AmazonLaunchWizardFullAccessV2 LRTW=applicationinsights,autoscaling,cloudformation,elasticfilesystem,elasticloadbalancing,launchwizard,logs,ssm L=backup,kms LRW=cloudwatch,ds,iam,resource-groups,s3 RTW=dynamodb,fsx,lambda,servicecatalog LPRTW=ec2,secretsmanager R=pricing,servicequotas,sts,tag LW=route53,sns PRTW=sqs
AmazonLaunchWizard_Fullaccess LRTW=applicationinsights,cloudformation,launchwizard,ssm LRW=autoscaling,cloudwatch,ds,elasticfilesystem,iam,logs,resource-groups,s3 RW=dynamodb,lambda,servicecatalog LPRTW=ec2,secretsmanager RTW=fsx L=kms LW=route53,sns R=servicequotas,sts,tag PRTW=sqs
AmazonLexFullAccess R=cloudwatch LRW=iam L=kendra,logs LR=kms,polly,s3 LPR=lambda LRTW=lex
AmazonLexReadOnly LR=lex
AmazonLexRunBotsOnly RW=lex
AmazonLookoutEquipmentFullAccess W=iam LPR=kms LRTW=lookoutequipment
AmazonLookoutEquipmentReadOnlyAccess LR=lookoutequipment
AmazonLookoutMetricsFullAccess W=iam LRTW=lookoutmetrics
AmazonLookoutMetricsReadOnlyAccess LR=lookoutmetrics
AmazonLookoutVisionConsoleFullAccess R=cloudwatch,tag RW=groundtruthlabeling L=kms LRTW=lookoutvision LPRW=s3
AmazonLookoutVisionConsoleReadOnlyAccess R=cloudwatch LR=lookoutvision,s3
AmazonLookoutVisionFullAccess LRTW=lookoutvision
AmazonLookoutVisionReadOnlyAccess LR=lookoutvision
AmazonMCSFullAccess RW=application-autoscaling,cloudwatch LRTW=cassandra W=iam
AmazonMCSReadOnlyAccess R=application-autoscaling,cassandra,cloudwatch
AmazonMQApiFullAccess LPW=ec2 W=iam,logs LRTW=mq
AmazonMQApiReadOnlyAccess L=ec2 LR=mq
AmazonMQFullAccess TW=cloudformation LPW=ec2 W=iam,logs LRTW=mq
AmazonMQReadOnlyAccess L=ec2 LR=mq
AmazonMSKConnectReadOnlyAccess R=kafkaconnect
AmazonMSKFullAccess LTW=ec2 T=firehose W=iam LRTW=kafka PR=kms LPRW=logs R=s3
AmazonMSKReadOnlyAccess L=ec2 LR=kafka R=kms
AmazonMachineLearningBatchPredictionsAccess LRW=machinelearning
AmazonMachineLearningCreateOnlyAccess LRTW=machinelearning
AmazonMachineLearningFullAccess LRTW=machinelearning
AmazonMachineLearningManageRealTimeEndpointOnlyAccess W=machinelearning
AmazonMachineLearningReadOnlyAccess LR=machinelearning
AmazonMachineLearningRealTimePredictionOnlyAccess W=machinelearning
AmazonMachineLearningRoleforRedshiftDataSource LW=ec2 LRW=redshift PRW=s3
AmazonMachineLearningRoleforRedshiftDataSourceV3 LW=ec2 LRW=redshift PRW=s3
AmazonMacieFullAccess W=iam LRTW=macie2 R=pricing
AmazonMacieHandshakeRole W=iam
AmazonMacieReadOnlyAccess LR=macie2
AmazonMacieServiceRole LR=s3
AmazonMacieSetupRole RW=cloudtrail L=iam ?LPRTW=s3
AmazonManagedBlockchainConsoleFullAccess LW=ec2 LR=kms LPRTW=managedblockchain
AmazonManagedBlockchainFullAccess LPRTW=managedblockchain
AmazonManagedBlockchainReadOnlyAccess LPR=managedblockchain
AmazonMechanicalTurkCrowdFullAccess ?=crowd W=iam
AmazonMechanicalTurkCrowdReadOnlyAccess ?=crowd
AmazonMechanicalTurkFullAccess LRW=mechanicalturk
AmazonMechanicalTurkReadOnly LR=mechanicalturk
AmazonMemoryDBFullAccess W=iam RTW=memorydb
AmazonMemoryDBReadOnlyAccess R=memorydb
AmazonMobileAnalyticsFinancialReportAccess R=mobileanalytics
AmazonMobileAnalyticsFullAccess RW=mobileanalytics
AmazonMobileAnalyticsNon-financialReportAccess R=mobileanalytics
AmazonMobileAnalyticsWriteOnlyAccess W=mobileanalytics
AmazonMonitronFullAccess LR=ds,kinesis W=iam LPR=kms LRW=logs LPRTW=monitron R=organizations
AmazonNimbleStudio-LaunchProfileWorker L=ds,ec2 R=fsx
AmazonNimbleStudio-StudioAdmin LW=ds LPW=ec2 R=fsx,sso-directory LR=identitystore RW=nimble
AmazonNimbleStudio-StudioUser LW=ds LPW=ec2 R=fsx,sso-directory LR=identitystore RW=nimble
AmazonODBAutonomousDatabaseAdmin L=ec2 W=iam LRTW=odb
AmazonODBAutonomousVmClusterAdmin L=ec2 LRTW=odb
AmazonODBExadataInfrastructureAdmin L=ec2 W=iam LRTW=odb
AmazonODBExadataVmClusterAdmin L=ec2 LRTW=odb
AmazonODBExascaleStorageVaultAdmin L=ec2 W=iam LRTW=odb
AmazonODBExascaleVmClusterAdmin L=ec2 LRTW=odb
AmazonODBFullAccess LP=ec2 W=iam LRTW=odb
AmazonODBNetworkAdmin LP=ec2 W=iam LRTW=odb
AmazonODBReadOnlyAccess L=ec2 LR=odb
AmazonOmicsFullAccess W=iam LRTW=omics RW=ram
AmazonOmicsReadOnlyAccess LR=omics
AmazonOneEnterpriseFullAccess LRTW=one
AmazonOneEnterpriseInstallerAccess LRW=one
AmazonOneEnterpriseReadOnlyAccess LR=one
AmazonOpenSearchDirectQueryGlueCreateAccess W=glue
AmazonOpenSearchIngestionFullAccess W=iam LRTW=osis
AmazonOpenSearchIngestionReadOnlyAccess LR=osis
AmazonOpenSearchServiceCognitoAccess RW=cognito-identity LRW=cognito-idp W=iam
AmazonOpenSearchServiceFullAccess LRTW=es
AmazonOpenSearchServiceReadOnlyAccess LR=es
AmazonPersonalizeFullAccess LW=cloudwatch W=iam LRTW=personalize LRW=s3
AmazonPollyFullAccess LRW=polly
AmazonPollyReadOnlyAccess LR=polly
AmazonPrometheusConsoleFullAccess LRTW=aps R=tag
AmazonPrometheusFullAccess LRTW=aps L=ec2 R=eks W=iam
AmazonPrometheusQueryAccess R=aps
AmazonPrometheusRemoteWriteAccess W=aps
AmazonQDeveloperAccess R=cloudformation RW=q W=sts
AmazonQFullAccess R=cloudformation W=iam,sts LRTW=q
AmazonQLDBConsoleFullAccess LRW=dbqms W=iam LR=kinesis LRTW=qldb
AmazonQLDBFullAccess W=iam LRTW=qldb
AmazonQLDBReadOnly LR=qldb
AmazonRDSCustomInstanceProfileRolePolicy W=cloudwatch,events,kms,ssmmessages TW=ec2 RW=ec2messages,sqs,ssm LW=logs LRW=s3 RTW=secretsmanager
AmazonRDSDataFullAccess LRW=dbqms W=rds-data LPRTW=secretsmanager R=tag
AmazonRDSDirectoryServiceAccess LRW=ds
AmazonRDSEnhancedMonitoringRole LRW=logs
AmazonRDSFullAccess RW=application-autoscaling LRW=cloudwatch LR=devops-guru,ec2,logs W=iam R=outposts LRTW=pi LPRTW=rds LW=sns
AmazonRDSPerformanceInsightsFullAccess LR=cloudwatch,rds LRTW=pi
AmazonRDSPerformanceInsightsReadOnly LR=pi,rds
AmazonRDSReadOnlyAccess LR=cloudwatch,devops-guru,logs,rds L=ec2
AmazonRedshiftAllCommandsFullAccess W=cloudwatch,iam,lambda R=dynamodb,ecr,elasticmapreduce RW=glue LW=logs LPRW=s3 LRW=sagemaker LR=secretsmanager
AmazonRedshiftDataFullAccess W=iam,redshift-serverless !W=redshift LRW=redshift-data R=secretsmanager
AmazonRedshiftFederatedAuthorization RW=glue W=sts
AmazonRedshiftFullAccess LRW=cloudwatch,redshift-data,sns L=ec2 W=iam LPRTW=redshift LRTW=redshift-serverless,secretsmanager RT=tag
AmazonRedshiftQueryEditor LRW=redshift,redshift-data LRTW=secretsmanager
AmazonRedshiftQueryEditorV2FullAccess LR=kms L=redshift,redshift-serverless RTW=secretsmanager LRTW=sqlworkbench R=tag
AmazonRedshiftQueryEditorV2NoSharing L=redshift,redshift-serverless RTW=secretsmanager LRTW=sqlworkbench R=tag
AmazonRedshiftQueryEditorV2ReadSharing L=redshift,redshift-serverless RTW=secretsmanager LRTW=sqlworkbench R=tag
AmazonRedshiftQueryEditorV2ReadWriteSharing L=redshift,redshift-serverless RTW=secretsmanager LRTW=sqlworkbench R=tag
AmazonRedshiftReadOnlyAccess LR=cloudwatch,redshift,sns L=ec2
AmazonRekognitionCustomLabelsFullAccess RTW=rekognition LRW=s3
AmazonRekognitionFullAccess LRTW=rekognition
AmazonRekognitionReadOnlyAccess LR=rekognition
AmazonRekognitionServiceRole W=kinesis,sns R=kinesisvideo
AmazonRoute53AutoNamingFullAccess L=ec2 LRW=route53 LRTW=servicediscovery
AmazonRoute53AutoNamingReadOnlyAccess LR=servicediscovery
AmazonRoute53AutoNamingRegistrantAccess LRW=route53,servicediscovery
AmazonRoute53DomainsFullAccess W=route53 LRTW=route53domains
AmazonRoute53DomainsReadOnlyAccess LR=route53domains
AmazonRoute53FullAccess R=apigateway,cloudwatch,lightsail,tag LR=cloudfront,s3 L=ec2,elasticbeanstalk,elasticloadbalancing,es,sns LRTW=route53,route53domains
AmazonRoute53GlobalResolverFullAccess L=ec2,route53 LPRTW=route53globalresolver
AmazonRoute53GlobalResolverReadOnlyAccess LR=route53globalresolver
AmazonRoute53ProfilesFullAccess L=ec2,route53 LRTW=route53profiles R=route53resolver
AmazonRoute53ProfilesReadOnlyAccess LR=route53profiles R=route53resolver
AmazonRoute53ReadOnlyAccess LR=route53
AmazonRoute53RecoveryClusterFullAccess RW=route53-recovery-cluster
AmazonRoute53RecoveryClusterReadOnlyAccess R=route53-recovery-cluster
AmazonRoute53RecoveryControlConfigFullAccess LPRTW=route53-recovery-control-config
AmazonRoute53RecoveryControlConfigReadOnlyAccess ?LR=route53-recovery-control-config
AmazonRoute53RecoveryReadinessFullAccess RTW=route53-recovery-readiness
AmazonRoute53RecoveryReadinessReadOnlyAccess R=route53-recovery-readiness
AmazonRoute53ResolverFullAccess LPW=ec2 LPRTW=route53resolver
AmazonRoute53ResolverReadOnlyAccess L=ec2 LR=route53resolver
AmazonS3ExpressFullAccess LPRTW=s3express
AmazonS3ExpressReadOnlyAccess LRW=s3express
AmazonS3FilesCSIDriverPolicy LTW=s3files
AmazonS3FilesClientFullAccess RW=s3files
AmazonS3FilesClientReadOnlyAccess R=s3files
AmazonS3FilesClientReadWriteAccess RW=s3files
AmazonS3FilesFullAccess LW=ec2 LRW=events W=iam RW=s3 LPRTW=s3files
AmazonS3FilesReadOnlyAccess L=ec2 LR=s3files
AmazonS3FullAccess LPRTW=s3,s3-object-lambda
AmazonS3ObjectLambdaExecutionRolePolicy W=logs,s3-object-lambda
AmazonS3OutpostsFullAccess LR=datasync,outposts L=ec2 LPRTW=s3-outposts
AmazonS3OutpostsReadOnlyAccess LR=datasync,outposts,s3-outposts L=ec2
AmazonS3ReadOnlyAccess LR=s3,s3-object-lambda
AmazonS3TablesFullAccess W=iam LPRTW=s3tables
AmazonS3TablesLakeFormationServiceRole RW=kms LRW=s3tables
AmazonS3TablesReadOnlyAccess LR=s3tables
AmazonSESFullAccess LPRTW=ses
AmazonSESReadOnlyAccess LR=ses
AmazonSNSFullAccess RW=sms-voice LPRTW=sns
AmazonSNSReadOnlyAccess R=sms-voice LR=sns
AmazonSNSRole W=logs
AmazonSQSFullAccess PRTW=sqs
AmazonSQSReadOnlyAccess R=sqs
AmazonSSMAutomationApproverAccess RW=ssm
AmazonSSMAutomationRole LRTW=cloudformation LTW=ec2 W=lambda,sns,ssmmessages LPRTW=ssm
AmazonSSMDirectoryServiceAccess LW=ds
AmazonSSMFullAccess W=cloudwatch,ssmmessages LW=ds L=ec2 RW=ec2messages,iam LPRTW=logs,ssm
AmazonSSMMaintenanceWindowRole W=lambda L=resource-groups LRW=ssm RW=states R=tag
AmazonSSMManagedEC2InstanceDefaultPolicy RW=ec2messages LRW=ssm W=ssmmessages
AmazonSSMManagedInstanceCore RW=ec2messages LRW=ssm W=ssmmessages
AmazonSSMPatchAssociation LR=ssm R=tag
AmazonSSMReadOnlyAccess LR=ssm
AmazonSageMakerAdmin-ServiceCatalogProductsServiceRolePolicy RW=apigateway,events,firehose,glue LRTW=cloudformation,codecommit,sagemaker W=codebuild,iam,states R=codeconnections,codestar-connections RTW=codepipeline,cognito-idp TW=ecr PRTW=lambda,s3 LW=logs
AmazonSageMakerCanvasAIServicesAccess LRTW=bedrock R=comprehend,rekognition W=iam RW=textract
AmazonSageMakerCanvasBedrockAccess LRW=s3
AmazonSageMakerCanvasDataPrepFullAccess LRW=athena,iam,redshift-data,s3 LR=elasticmapreduce,kms LRTW=emr-serverless,events,sagemaker R=glue W=logs,redshift L=rds RW=secretsmanager
AmazonSageMakerCanvasDirectDeployAccess R=cloudwatch RW=sagemaker
AmazonSageMakerCanvasEMRServerlessExecutionRolePolicy LRW=s3
AmazonSageMakerCanvasForecastAccess LRW=s3
AmazonSageMakerCanvasFullAccess RW=application-autoscaling,cloudwatch,iam LR=athena LW=ec2 R=ecr,glue,kms LRTW=emr-serverless,sagemaker RTW=forecast W=logs,redshift L=quicksight,rds LRW=redshift-data,s3 PRW=secretsmanager
AmazonSageMakerCanvasSMDataScienceAssistantAccess W=q,sagemaker-data-science-assistant
AmazonSageMakerClusterInstanceRolePolicy W=cloudwatch,ssmmessages LW=logs LR=s3
AmazonSageMakerEdgeDeviceFleetPolicy RW=iam,s3,sagemaker RTW=iot
AmazonSageMakerFeatureStoreAccess RW=glue PRW=s3
AmazonSageMakerFullAccess RW=application-autoscaling,codebuild,glue,groundtruthlabeling,robomaker,states LRW=athena,cloudwatch,codecommit,cognito-idp,redshift-data,secretsmanager,servicecatalog L=aws-marketplace LR=cloudformation,elasticfilesystem,kms LPW=ec2 LPRW=ecr,logs,s3 ?=elastic-inference R=fsx,tag LW=iam,lambda,s3express,sns W=redshift LRTW=sagemaker,sagemaker-geospatial
AmazonSageMakerGeospatialExecutionRole LRW=s3 R=sagemaker-geospatial
AmazonSageMakerGeospatialFullAccess W=iam LRTW=sagemaker-geospatial
AmazonSageMakerGroundTruthExecution W=cloudwatch,lambda,sns LW=ec2,logs LRW=s3 PRW=sqs
AmazonSageMakerHyperPodGatedModelAccess R=sagemaker
AmazonSageMakerHyperPodInferenceAccess TW=acm W=cloudwatch,iam,kms,logs LPW=ec2 R=ecr,eks-auth,fsx LRW=eks L=elasticloadbalancing LRTW=s3 RTW=sagemaker
AmazonSageMakerHyperPodInferenceGatewayAccess RTW=acm
AmazonSageMakerHyperPodObservabilityAdminAccess LRTW=aps,eks RTW=grafana RW=iam,sso LR=sagemaker
AmazonSageMakerHyperPodTrainingOperatorAccess R=sagemaker
AmazonSageMakerJobFullAccess RW=bedrock-agentcore,kms,sagemaker LPTW=ec2 W=lambda LW=logs LRW=s3,sagemaker-mlflow
AmazonSageMakerJobRuntimeAccess W=kms RW=sagemaker
AmazonSageMakerMechanicalTurkAccess LRW=sagemaker
AmazonSageMakerModelCustomizationCoreAccess R=application-autoscaling,ecr,servicequotas LRW=bedrock,lambda,logs,s3,sagemaker-mlflow L=ec2 LW=iam LR=kms LRTW=sagemaker
AmazonSageMakerModelGovernanceUseAccess L=kms LRW=s3 LRTW=sagemaker
AmazonSageMakerModelRegistryFullAccess LR=ecr,s3 W=iam PRW=kms LRTW=resource-groups,sagemaker R=tag
AmazonSageMakerPartnerAppsFullAccess LRW=sagemaker
AmazonSageMakerPartnerServiceCatalogProductsApiGatewayServiceRolePolicy W=lambda R=sagemaker
AmazonSageMakerPartnerServiceCatalogProductsCloudFormationServiceRolePolicy RW=apigateway W=iam RTW=lambda R=s3
AmazonSageMakerPartnerServiceCatalogProductsLambdaServiceRolePolicy R=secretsmanager
AmazonSageMakerPipelinesIntegrations RW=elasticmapreduce,events,lambda W=iam,sqs
AmazonSageMakerQuickSightVPCPolicy LW=ec2 LRW=quicksight
AmazonSageMakerReadOnly R=application-autoscaling,cloudwatch L=aws-marketplace LR=cognito-idp,ecr,sagemaker
AmazonSageMakerServiceCatalogProductsApiGatewayServiceRolePolicy LPRW=logs
AmazonSageMakerServiceCatalogProductsCloudformationServiceRolePolicy W=iam LRTW=sagemaker
AmazonSageMakerServiceCatalogProductsCodeBuildServiceRolePolicy RW=codecommit,ecr R=codeconnections,codestar-connections W=iam LPRW=logs LRW=s3 LRTW=sagemaker
AmazonSageMakerServiceCatalogProductsCodePipelineServiceRolePolicy LPRTW=cloudformation RW=codebuild,codecommit,s3 R=codeconnections,codestar-connections W=iam
AmazonSageMakerServiceCatalogProductsEventsServiceRolePolicy W=codepipeline
AmazonSageMakerServiceCatalogProductsFirehoseServiceRolePolicy W=firehose
AmazonSageMakerServiceCatalogProductsGlueServiceRolePolicy RW=glue LPRW=logs LRW=s3
AmazonSageMakerServiceCatalogProductsLambdaServiceRolePolicy RW=codebuild,events LW=ecr W=iam LPRW=logs LRW=s3 LRTW=sagemaker
AmazonSageMakerSpacesControllerPolicy W=iam RW=kms LRTW=ssm
AmazonSageMakerSpacesRouterPolicy RW=kms
AmazonSageMakerTrainingPlanCreateAccess LRTW=sagemaker
AmazonSecurityLakeAdministrator LRW=events RW=glue,ram,secretsmanager LPRW=iam,lakeformation PR=kms PW=lambda LR=organizations LPRTW=s3 LRTW=securitylake PRW=sqs
AmazonSecurityLakeMetastoreManager RW=glue,sqs W=logs LRW=s3
AmazonSecurityLakePermissionsBoundary !=* !W=kms !LRW=s3 !RW=sqs
AmazonSumerianFullAccess ?=sumerian
AmazonTextractFullAccess RTW=textract
AmazonTextractServiceRole W=sns
AmazonTimestreamConsoleFullAccess LRW=aws-marketplace,dbqms L=iam,s3,sns LPR=kms R=pricing LRTW=timestream
AmazonTimestreamFullAccess PR=kms L=s3 LRTW=timestream
AmazonTimestreamInfluxDBFullAccess LW=aws-marketplace,ec2 W=iam LR=s3 LRTW=timestream-influxdb
AmazonTimestreamInfluxDBFullAccessWithoutMarketplaceAccess LW=ec2 W=iam LR=s3 LRTW=timestream-influxdb
AmazonTimestreamReadOnlyAccess LRW=timestream
AmazonTranscribeFullAccess R=s3 LRTW=transcribe
AmazonTranscribeReadOnlyAccess LR=transcribe
AmazonVPCCrossAccountNetworkInterfaceOperations LPW=ec2
AmazonVPCFullAccess LPRTW=ec2
AmazonVPCNetworkAccessAnalyzerFullAccessPolicy R=directconnect,tag LRTW=ec2 LR=elasticloadbalancing,network-firewall L=globalaccelerator,resource-groups RW=tiros
AmazonVPCReachabilityAnalyzerFullAccessPolicy R=directconnect LRTW=ec2 LR=elasticloadbalancing,network-firewall L=globalaccelerator RW=tiros
AmazonVPCReachabilityAnalyzerPathComponentReadPolicy LR=network-firewall
AmazonVPCReadOnlyAccess LR=ec2
AmazonVerifiedPermissionsFullAccess LRTW=verifiedpermissions
AmazonVerifiedPermissionsReadOnlyAccess LR=verifiedpermissions
AmazonWorkDocsFullAccess L=ds,ec2 LRW=workdocs
AmazonWorkDocsReadOnlyAccess L=ds,ec2,workdocs
AmazonWorkLinkFullAccess LRTW=worklink
AmazonWorkLinkReadOnly LR=worklink
AmazonWorkMailFullAccess R=cloudwatch LRW=ds,iam LTW=ec2 LR=kms,route53domains L=lambda LW=logs,route53 LPRTW=ses LRTW=workmail
AmazonWorkMailMessageFlowFullAccess RW=workmailmessageflow
AmazonWorkMailMessageFlowReadOnlyAccess R=workmailmessageflow
AmazonWorkMailReadOnlyAccess R=cloudwatch,ses L=iam,lambda,logs LR=workmail
AmazonWorkSpacesAdmin LR=kms LRTW=workspaces
AmazonWorkSpacesApplicationManagerAdminAccess W=wam
AmazonWorkSpacesPoolServiceAccess L=ec2 LPRW=s3
AmazonWorkSpacesSecureBrowserReadOnly L=ec2,kinesis R=workspaces-web
AmazonWorkSpacesSelfServiceAccess W=workspaces
AmazonWorkSpacesServiceAccess LW=ec2
AmazonWorkSpacesThinClientFullAccess L=appstream W=iam LRTW=thinclient R=workspaces,workspaces-web
AmazonWorkSpacesThinClientReadOnlyAccess L=appstream LR=thinclient R=workspaces,workspaces-web
AmazonWorkSpacesWebReadOnly L=ec2,kinesis R=workspaces-web
AmazonWorkspacesPCAAccess RW=acm-pca
AmazonZocaloFullAccess LPRTW=ds LTW=ec2 ?=zocalo
AmazonZocaloReadOnlyAccess L=ds,ec2 ?=zocalo
AmplifyBackendDeployFullAccess LR=amplify LRW=appsync,cloudformation,ssm L=ec2,rds RW=lambda R=logs,s3 W=sts
AnthropicFullAccess LRTW=aws-external-anthropic LW=aws-marketplace RW=iam LR=kms TW=sts
AnthropicLimitedAccess LRW=aws-external-anthropic TW=sts
AnthropicReadOnlyAccess LR=aws-external-anthropic,kms TW=sts
AnthropicSelfHostedEnvironmentAccess LRW=aws-external-anthropic
ApplicationAutoScalingForAmazonAppStreamAccess LW=appstream R=cloudwatch
AutoScalingConsoleFullAccess LRTW=autoscaling LRW=cloudwatch LW=ec2,iam LR=elasticloadbalancing L=sns
AutoScalingConsoleReadOnlyAccess LR=autoscaling,cloudwatch,elasticloadbalancing L=ec2,sns
AutoScalingFullAccess LRTW=autoscaling W=cloudwatch,iam L=ec2 LR=elasticloadbalancing
AutoScalingNotificationAccessRole W=sns RW=sqs
AutoScalingReadOnlyAccess LR=autoscaling
AwsGlueDataBrewFullAccessPolicy LR=appflow,redshift,redshift-data,s3 R=cloudtrail,sts RTW=databrew LRW=dataexchange,iam,kms,secretsmanager L=ec2 RW=glue
AwsGlueSessionUserRestrictedNotebookPolicy !LRTW=glue W=iam !=tag
AwsGlueSessionUserRestrictedNotebookServiceRole T=ec2 !LPRTW=glue W=logs RW=s3 !=tag
AwsGlueSessionUserRestrictedPolicy !LRTW=glue W=iam !=tag
AwsGlueSessionUserRestrictedServiceRole T=ec2 !LPRTW=glue W=logs RW=s3 !=tag
BedrockAgentCoreFullAccess R=apigateway,application-autoscaling,bedrock,oam LRW=application-signals,iam,lambda,xray LR=autoscaling,cloudwatch,ecr,rum,synthetics LPRTW=bedrock-agentcore LW=bedrock-mantle W=cloudtrail LPRW=kms,logs,s3 RW=secretsmanager
BedrockAgentCoreRuntimeInstancesInstanceRolePolicy W=bedrock-agentcore
BedrockAgentCoreRuntimeInstancesOperatorRolePolicy LW=autoscaling LTW=ec2 RW=events W=iam
Billing R=account,pricing,sustainability RW=aws-portal,budgets,cur,freetier,tax LPRTW=billing LRTW=ce,invoicing,payments,purchase-orders LR=consolidatedbilling L=mapcredits W=support
CloudFrontFullAccess LRW=acm,cloudfront-keyvaluestore,wafv2 LPRTW=cloudfront R=cloudwatch,freetier LR=ec2,kinesis,waf L=elasticloadbalancing,iam,s3,shield RW=pricingplanmanager
CloudFrontReadOnlyAccess LR=acm,cloudfront,cloudfront-keyvaluestore,ec2,route53,waf,wafv2 L=iam R=pricingplanmanager
CloudSearchFullAccess LPRTW=cloudsearch
CloudSearchReadOnlyAccess LR=cloudsearch
CloudWatchAPIKeyAccess W=cloudwatch,kms
CloudWatchActionsEC2Access R=cloudwatch LW=ec2
CloudWatchAgentAdminPolicy W=cloudwatch L=ec2 LW=logs RW=ssm,xray
CloudWatchAgentServerPolicy W=cloudwatch L=ec2 LW=logs R=ssm RW=xray
CloudWatchApplicationInsightsFullAccess R=apigateway,fsx,sqs LRTW=applicationinsights L=autoscaling,dynamodb,ec2,eks,lambda,logs,rds,s3,sns,states LR=ecs,elasticloadbalancing W=iam
CloudWatchApplicationInsightsReadOnlyAccess LR=applicationinsights
CloudWatchApplicationSignalsFullAccess LRTW=application-signals LRW=cloudtrail,cloudwatch,resource-explorer-2,rum RW=iam LR=logs,xray R=oam,servicequotas,synthetics LW=sns
CloudWatchApplicationSignalsReadOnlyAccess LR=application-signals,cloudtrail,cloudwatch,logs,resource-explorer-2,rum,xray R=iam,oam,servicequotas,synthetics
CloudWatchAutomaticDashboardsAccess R=apigateway,route53,sqs,synthetics,tag L=autoscaling,ec2,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,rds,resource-groups,s3,sns LR=cloudfront,dynamodb,ecs,kinesis,lambda
CloudWatchCrossAccountSharingConfiguration W=cloudwatch RTW=oam
CloudWatchEventsBuiltInTargetExecutionAccess LW=ec2
CloudWatchEventsFullAccess LPRTW=events W=iam LRTW=pipes,scheduler,schemas RW=secretsmanager
CloudWatchEventsInvocationAccess W=kinesis
CloudWatchEventsReadOnlyAccess LR=events,pipes,scheduler,schemas
CloudWatchFullAccess LR=autoscaling LPRTW=cloudwatch,logs,sns RW=iam R=oam
CloudWatchFullAccessV2 R=application-autoscaling,oam,servicequotas LRTW=application-signals,observabilityadmin,rum,synthetics L=autoscaling LRW=cloudtrail,resource-explorer-2 LPRTW=cloudwatch,logs,xray RW=iam PW=s3tables LW=sns
CloudWatchInternetMonitorFullAccess LR=cloudfront,logs R=cloudwatch,workspaces L=ec2,elasticloadbalancing PW=iam LRTW=internetmonitor
CloudWatchInternetMonitorReadOnlyAccess R=cloudwatch LR=internetmonitor,logs
CloudWatchLambdaApplicationSignalsExecutionRolePolicy W=logs,xray
CloudWatchLambdaInsightsExecutionRolePolicy W=logs
CloudWatchLogsAPIKeyAccess RW=kms W=logs
CloudWatchLogsCrossAccountSharingConfiguration W=logs RTW=oam
CloudWatchLogsFullAccess R=cloudwatch LPRTW=logs LR=observabilityadmin
CloudWatchLogsReadOnlyAccess R=cloudwatch LR=logs,observabilityadmin
CloudWatchNetworkFlowMonitorAgentPublishPolicy W=networkflowmonitor
CloudWatchOmniAWSIntegrationPolicy LR=airflow,aoss,appconfig,apprunner,appsync,athena,autoscaling,batch,bedrock,cloudformation,cloudfront,cloudtrail,cognito-identity,cognito-idp,config,dax,dynamodb,ec2,ecr,ecs,eks,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,elasticmapreduce,emr-containers,emr-serverless,es,events,firehose,globalaccelerator,iam,kafka,kinesis,kinesisanalytics,kinesisvideo,kms,lambda,mq,networkmanager,organizations,osis,pipes,ram,rds,redshift,redshift-serverless,resource-explorer-2,resource-groups,route53,route53profiles,route53resolver,s3,sagemaker,scheduler,secretsmanager,servicecatalog,servicediscovery,ses,sns,ssm,states,timestream,vpc-lattice R=apigateway,application-autoscaling,directconnect,dms,fsx,kafkaconnect,memorydb,sqs,tag LPR=glue
CloudWatchOmniDomainAccessPolicy LPR=cloudwatch
CloudWatchOmniModelInferencePolicy R=bedrock LW=bedrock-mantle
CloudWatchOmniSpaceAccessPolicy L=bedrock LRTW=bedrock-agentcore,secretsmanager !LPRTW=cloudwatch RW=config,lambda LRW=iam,kms LW=logs
CloudWatchOpenSearchDashboardAccess RW=aoss LR=es,logs L=iam PR=opensearch
CloudWatchOpenSearchDashboardsFullAccess RW=aoss LRTW=es LW=iam LRW=logs PRW=opensearch
CloudWatchReadOnlyAccess R=application-autoscaling,iam,oam,servicequotas LR=application-signals,autoscaling,cloudtrail,logs,observabilityadmin,resource-explorer-2,rum,sns,synthetics,xray LRW=cloudwatch
CloudWatchSyntheticsFullAccess R=apigateway LRW=cloudwatch,iam,kms,s3 L=ec2 PRTW=lambda LR=logs,xray LW=sns LRTW=synthetics
CloudWatchSyntheticsReadOnlyAccess LR=synthetics
ComprehendDataAccessRolePolicy LRW=s3
ComprehendFullAccess RTW=comprehend LR=iam,s3
ComprehendMedicalFullAccess RW=comprehendmedical
ComprehendReadOnly R=comprehend
ComputeOptimizerReadOnlyAccess L=autoscaling,ec2,ecs,lambda,rds R=cloudwatch LR=compute-optimizer,organizations
ConsoleFullAccessFromVercel LRW=aoss,cloudwatch,dsql,es,rds RW=application-autoscaling LRTW=dynamodb L=ec2 R=freetier,tag LR=logs P=rds-db
ConsoleViewOnlyAccessFromVercel LR=aoss,cloudwatch,dsql,dynamodb,es,logs,rds R=application-autoscaling,freetier,tag L=ec2
CostOptimizationHubAdminAccess LRW=cost-optimization-hub W=iam,organizations
CostOptimizationHubReadOnlyAccess LR=cost-optimization-hub
DBModDiscoveryAndAssessment RW=dms L=ec2,secretsmanager LR=iam LRW=kms LW=rds W=rds-data
DBModProvisioningAndMigration RTW=dms,secretsmanager W=iam TW=rds LRTW=s3
DBModVirtualSource L=ec2 RW=iam LRW=kms LTW=rds W=rds-data LRTW=s3,secretsmanager
DataScientist LRTW=autoscaling,es,firehose,kinesis,machinelearning,s3,sagemaker RTW=cloudformation LPRTW=cloudwatch,dynamodb,elasticfilesystem,elasticmapreduce,rds,redshift LR=datapipeline,logs LTW=ec2 R=fsx LRW=iam,sdb,sns L=kms LPRW=lambda
DatabaseAdministrator LRW=cloudwatch,datapipeline,iam,lambda,logs LPRTW=dynamodb,rds,redshift,s3 L=ec2,kms LRTW=elasticache,pi LPRW=sns
EC2FastLaunchFullAccess LRTW=cloudformation LTW=ec2 W=iam
EC2ImageBuilderExecutionPolicy LPTW=ec2 TW=ecr,imagebuilder RW=events W=iam,license-manager,logs,sns,sts L=inspector2 PRW=kms LRTW=ssm
EC2ImageBuilderLifecycleExecutionPolicy LTW=ec2 RW=ecr W=imagebuilder R=tag
EC2InstanceConnect L=ec2 W=ec2-instance-connect
EC2InstanceProfileForImageBuilder LTW=ec2 R=imagebuilder,s3 W=kms,logs
EC2InstanceProfileForImageBuilderECRContainerBuilds RW=ecr R=imagebuilder,s3 W=kms,logs
Ec2ImageBuilderCrossAccountDistributionAccess LTW=ec2
ElasticLoadBalancingFullAccess LRW=arc-zonal-shift R=cognito-idp LR=ec2 LPRTW=elasticloadbalancing W=iam
ElasticLoadBalancingReadOnly LR=arc-zonal-shift,elasticloadbalancing L=ec2
ElementalActivationsDownloadSoftwareAccess R=elemental-activations
ElementalActivationsFullAccess RW=elemental-activations
ElementalActivationsGenerateLicenses RW=elemental-activations
ElementalActivationsReadOnlyAccess R=elemental-activations
ElementalAppliancesSoftwareFullAccess W=elemental-activations LRW=elemental-appliances-software
ElementalAppliancesSoftwareReadOnlyAccess LR=elemental-appliances-software
ElementalSupportCenterFullAccess W=elemental-activations RTW=elemental-support-cases R=elemental-support-content
FinOpsAgentAgentPolicy LR=aco-automation,bcm-pricing-calculator,billingconductor,cloudwatch,compute-optimizer,cost-optimization-hub,invoicing,organizations,savingsplans L=autoscaling,ec2,ecs,lambda,rds LPR=billing R=budgets,cloudtrail,freetier,health,logs,pricing LRW=ce,events
FinOpsAgentOperatorPolicy LRW=finops-agent
GameLiftContainerFleetPolicy R=gamelift W=logs RW=s3
GameLiftGameServerGroupPolicy LW=autoscaling,ec2 W=cloudwatch,sns
GitLabDuoWithAmazonQPermissionsPolicy LRW=q
GlobalAcceleratorFullAccess L=ec2,elasticloadbalancing LRTW=globalaccelerator W=iam
GlobalAcceleratorReadOnlyAccess LR=globalaccelerator
GreengrassOTAUpdateArtifactAccess R=s3
IAMAccessAdvisorReadOnly LR=iam,organizations
IAMAccessAnalyzerFullAccess LRTW=access-analyzer W=iam LR=organizations
IAMAccessAnalyzerReadOnlyAccess LR=access-analyzer
IAMAuditRootUserCredentials !=*,iam
IAMCreateRootUserPassword !=*,iam
IAMDeleteRootUserCredentials !=*,iam
IAMFullAccess LPRTW=iam LR=organizations
IAMReadOnlyAccess LR=iam
IAMSelfManageServiceSpecificCredentials LW=iam
IAMUserChangePassword RW=iam
IAMUserSSHKeys LRW=iam
IVSFullAccess LRTW=ivs,ivschat
IVSReadOnlyAccess LR=ivs
MediaConnectGatewayInstanceRolePolicy RW=mediaconnect
MultiPartyApprovalFullAccess W=kms LPRTW=mpa LR=organizations LRW=sso R=sso-directory
MultiPartyApprovalReadOnlyAccess W=kms LR=mpa,organizations,sso R=sso-directory
NeptuneConsoleFullAccess LR=cloudwatch,logs LW=ec2,iam,sns L=kms RW=neptune-graph LRTW=rds
NeptuneFullAccess LR=cloudwatch,logs L=ec2,kms W=iam LRW=neptune-db LRTW=rds LW=sns
NeptuneGraphReadOnlyAccess LR=cloudwatch,logs L=ec2,kms R=neptune-graph
NeptuneReadOnlyAccess LR=cloudwatch,logs,neptune-db,rds L=ec2,kms
NetworkAdministrator LR=autoscaling,elasticbeanstalk,logs,s3 L=cloudfront RW=cloudwatch LRTW=directconnect,interconnect,route53,route53domains LPRTW=ec2,elasticloadbalancing,networkmanager LRW=iam LW=sns
OAMFullAccess RTW=oam
OAMReadOnlyAccess R=oam
PartnerCentralAccountManagementUserRoleAssociation LW=iam W=partnercentral-account-management
PartnerCentralIncentiveBenefitManagement LR=aws-marketplace LRTW=partnercentral W=s3
PowerUserAccess LPRTW=* LR=account LW=iam R=organizations
PricingPlanManagerFullAccess R=cloudwatch,freetier RW=pricingplanmanager L=shield
PricingPlanManagerReadonlyAccess R=pricingplanmanager
QBusinessQuicksightPluginPolicy R=quicksight
QuickSightAccessForS3StorageManagementAnalyticsReadOnly LR=s3
RDSCloudHsmAuthorizationRole ?=cloudhsm
ROSAAmazonEBSCSIDriverOperatorPolicy LTW=ec2 PRW=kms
ROSACloudNetworkConfigOperatorPolicy LW=ec2
ROSAControlPlaneOperatorPolicy LTW=ec2 LW=route53
ROSAImageRegistryOperatorPolicy LPRTW=s3
ROSAIngressOperatorPolicy L=elasticloadbalancing LW=route53 R=tag
ROSAInstallerPolicy LRTW=ec2,iam,route53 LR=elasticloadbalancing PRW=kms R=secretsmanager,servicequotas
ROSAKMSProviderPolicy RW=kms
ROSAKarpenterControllerPolicy LTW=ec2 LRTW=iam PRW=kms R=pricing
ROSAKubeControllerPolicy LTW=ec2 LRTW=elasticloadbalancing R=kms
ROSAManageSubscription LW=aws-marketplace
ROSANodePoolManagementPolicy LTW=ec2 W=iam PRW=kms RW=sqs
ROSASRESupportPolicy R=cloudtrail LR=cloudwatch,elasticloadbalancing,iam LW=ec2 L=route53 W=sts
ROSASharedVPCEndpointPolicy LTW=ec2
ROSASharedVPCRoute53Policy LTW=route53 R=tag
ROSAWorkerInstancePolicy L=ec2 LR=ecr
ReInventTicketApprovalAccess RW=eventsbilltoaws
ReadOnlyAccess LR=a4b,access-analyzer,account,acm,acm-pca,agent-registry,aidevops,aiops,airflow,amplify,aoss,apigateway,appconfig,appfabric,appflow,application-autoscaling,application-signals,applicationinsights,appmesh,apprunner,appstream,appsync,apptest,aps,arc-region-switch,arc-zonal-shift,artifact,auditmanager,autoscaling,batch,bedrock,bedrock-agentcore,bedrock-mantle,billingconductor,braket,ce,chatbot,chime,cleanrooms,cleanrooms-ml,clouddirectory,cloudformation,cloudfront,cloudfront-keyvaluestore,cloudsearch,cloudtrail,cloudwatch,codeartifact,codebuild,codecatalyst,codecommit,codeconnections,codedeploy,codeguru-profiler,codeguru-reviewer,codepipeline,codestar,codestar-connections,codestar-notifications,cognito-identity,cognito-sync,compute-optimizer,config,connect,consoleapp,consolidatedbilling,controlcatalog,cost-optimization-hub,dataexchange,datapipeline,datasync,datazone,dax,deadline,detective,devicefarm,devops-guru,directconnect,discovery,dlm,docdb-elastic,ds,dsql,dynamodb,ec2,ecr,ecr-public,ecs,eks,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,elasticmapreduce,elastictranscoder,elemental-appliances-software,elemental-inference,emr-containers,emr-serverless,es,events,firehose,fis,fms,frauddetector,freertos,freetier,gamelift,gameliftstreams,glacier,globalaccelerator,glue,grafana,greengrass,groundstation,guardduty,healthlake,iam,identity-sync,identitystore,identitystore-auth,imagebuilder,importexport,inspector,inspector2,interconnect,internetmonitor,iotanalytics,iotevents,iotfleethub,iotfleetwise,iotsitewise,ivs,ivschat,kafka,kendra,kinesis,kinesisanalytics,kinesisvideo,kms,lakeformation,lambda,launchwizard,lex,license-manager,logs,lookoutequipment,lookoutmetrics,lookoutvision,m2,machinelearning,macie2,managedblockchain,mediaconnect,mediaconvert,medialive,mediapackage-vod,mediapackagev2,mediastore,mgh,mgn,mobiletargeting,monitron,mpa,mq,network-firewall,networkflowmonitor,networkmanager,networkmonitor,notifications,notifications-contacts,observabilityadmin,omics,one,opsworks,opsworks-cm,organizations,osis,outposts,payment-cryptography,payments,pca-connector-ad,pca-connector-scep,pcs,personalize,pipes,polly,proton,purchase-orders,qbusiness,qldb,ram,rds,redshift,redshift-serverless,rekognition,resiliencehub,resource-explorer-2,resource-groups,robomaker,rolesanywhere,route53,route53-recovery-control-config,route53domains,route53globalresolver,route53profiles,route53resolver,rum,s3,s3-object-lambda,s3-outposts,s3files,s3tables,s3vectors,sagemaker,savingsplans,scheduler,schemas,sdb,secretsmanager,securityagent,securityhub,securitylake,serverlessrepo,servicecatalog,servicediscovery,ses,shield,signer,snowball,sns,ssm,ssm-contacts,ssm-incidents,ssm-quicksetup,sso,states,storagegateway,supportplans,swf,synthetics,timestream,tnb,transcribe,transfer,transform,transform-custom,translate,trustedadvisor,verifiedpermissions,vpc-lattice,waf,waf-regional,wafv2,wellarchitected,workdocs,workmail,workspaces,xray L=action-recommendations,codewhisperer,signin,user-subscriptions R=appstudio,autoscaling-plans,aws-portal,backup-gateway,budgets,cassandra,cloud9,cloudhsm,comprehend,cur,customer-verification,databrew,dms,drs,ec2messages,evidently,forecast,fsx,health,invoicing,iotwireless,kafkaconnect,lightsail,mediapackage,memorydb,mobileanalytics,nimble,oam,pi,pricing,rbin,refactor-spaces,route53-recovery-cluster,route53-recovery-readiness,servicequotas,sms-voice,sqs,sso-directory,sts,support,sustainability,tag,tax,uxc,workspaces-web LRW=athena,cognito-idp,iot,s3express LPR=backup,billing,ssm-sap ?=deepcomposer,iot1click
ResourceGroupsTaggingAPITagUntagSupportedResources T=a4b,access-analyzer,acm,acm-pca,amplify,appconfig,appflow,appmesh,appstream,appsync,athena,auditmanager,autoscaling,backup,batch,braket,cassandra,chime,cloud9,clouddirectory,cloudfront,cloudhsm,cloudtrail,cloudwatch,codeartifact,codecommit,codedeploy,codeguru-profiler,codepipeline,codestar,codestar-connections,cognito-identity,cognito-idp,comprehend,config,connect,dataexchange,datapipeline,datasync,detective,devicefarm,directconnect,dlm,dms,dynamodb,ec2,ecr,ecs,eks,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,elasticmapreduce,emr-containers,es,events,firehose,fms,forecast,frauddetector,fsx,gamelift,glacier,globalaccelerator,glue,greengrass,groundstation,guardduty,iam,imagebuilder,iot,iotanalytics,iotdeviceadvisor,iotevents,iotfleethub,iotsitewise,iottwinmaker,iotwireless,ivs,kafka,kendra,kinesis,kinesisanalytics,kinesisvideo,kms,lambda,lex,license-manager,lightsail,logs,lookoutequipment,machinelearning,macie2,managedblockchain,mediaconnect,mediaconvert,medialive,mediapackage,mediapackage-vod,mediatailor,mobiletargeting,mq,neptune-graph,network-firewall,networkmanager,opsworks,opsworks-cm,organizations,outposts,qldb,quicksight,ram,rds,redshift,redshift-serverless,resource-explorer-2,resource-groups,robomaker,route53,route53-recovery-control-config,route53-recovery-readiness,route53domains,route53resolver,sagemaker,savingsplans,schemas,secretsmanager,securityhub,servicediscovery,servicequotas,ses,sns,sqs,ssm,ssm-contacts,ssm-incidents,states,storagegateway,swf,synthetics,transfer,vpc-lattice,waf,waf-regional,wafv2,worklink,workmail,workspaces,workspaces-web,xray ?=deepcomposer,elastic-inference,iot1click RT=inspector,s3,tag
ResourceGroupsandTagEditorFullAccess L=cloudformation LRTW=resource-groups RT=tag
ResourceGroupsandTagEditorReadOnlyAccess L=cloudformation LR=resource-groups R=tag
S3UnlockBucketPolicy !=*,s3
SQSUnlockQueuePolicy !=*,sqs
SageMakerStudioAdminIAMConsolePolicy LRTW=cloudformation LPRTW=datazone LTW=ec2 R=glue,s3 LRW=iam LPRW=kms RW=ssm W=sso
SageMakerStudioAdminIAMDefaultExecutionPolicy LRW=airflow,logs,q,ram,redshift,redshift-data,redshift-serverless,sagemaker-mlflow LRTW=airflow-serverless,codeconnections,codestar-connections,events,rekognition,sagemaker,scheduler,sqlworkbench RW=application-autoscaling,cloudwatch,ssm !LRTW=athena,elasticmapreduce,emr-containers,emr-serverless LPRTW=bedrock,cloudformation,datazone,iam,s3,secretsmanager R=codewhisperer,organizations,sagemaker-unified-studio-mcp RTW=comprehend,textract LR=dynamodb,ecr,resource-groups LPTW=ec2 !LPRTW=glue LPRW=kms,lakeformation L=quicksight,rds W=sagemaker-data-science-assistant LW=sso TW=sts
SageMakerStudioAdminIAMPermissiveExecutionPolicy LRTW=airflow,airflow-serverless,application-autoscaling,codeconnections,codestar-connections,q,redshift-serverless,rekognition,sagemaker,scheduler,sqlworkbench !LRTW=athena,emr-containers,emr-serverless LPRTW=bedrock,cloudformation,cloudwatch,codewhisperer,datazone,events,iam,logs,quicksight,rds,redshift,s3,s3tables,secretsmanager RTW=comprehend,textract LR=dynamodb,ecr,resource-groups LPTW=ec2 !LPRTW=elasticmapreduce,glue LPRW=kms,lakeformation R=organizations,sagemaker-unified-studio-mcp LRW=ram,redshift-data,sagemaker-mlflow W=sagemaker-data-science-assistant RW=ssm LW=sso TW=sts
SageMakerStudioAdminProjectUserRolePolicy LRW=glue,s3
SageMakerStudioBedrockAgentServiceRolePolicy RW=bedrock W=kms,lambda R=s3
SageMakerStudioBedrockChatAgentUserRolePolicy LR=bedrock,s3 W=kms
SageMakerStudioBedrockEvaluationJobServiceRolePolicy RW=bedrock,kms LRW=s3
SageMakerStudioBedrockFlowServiceRolePolicy RW=bedrock W=kms,lambda
SageMakerStudioBedrockFunctionExecutionRolePolicy W=kms R=secretsmanager
SageMakerStudioBedrockKnowledgeBaseCustomResourcePolicy W=aoss LRW=bedrock
SageMakerStudioBedrockKnowledgeBaseServiceRolePolicy W=aoss R=bedrock RW=kms,neptune-graph,sqlworkbench LR=s3 LRW=s3vectors
SageMakerStudioBedrockPromptUserRolePolicy R=bedrock W=kms LR=s3
SageMakerStudioDomainExecutionRolePolicy LR=codeconnections,codestar-connections LPRW=datazone RW=glue,q R=ram,ssm W=sts
SageMakerStudioDomainServiceRolePolicy W=kms R=ssm
SageMakerStudioEMRContainersSystemNamespaceRolePolicy TW=sts
SageMakerStudioEMRInstanceRolePolicy PW=kms RW=s3 TW=sts
SageMakerStudioEMRServiceRolePolicy W=ec2,iam PRW=kms
SageMakerStudioFullAccess LRW=aoss,iam,kms,ram LRTW=bedrock R=cloudformation,glue,quicksight,sso LRT=codeconnections L=codewhisperer,ec2,redshift,redshift-serverless LPRTW=datazone LPRW=s3 LTW=secretsmanager RW=ssm
SageMakerStudioProjectProvisioningRolePolicy RTW=airflow,athena,elasticmapreduce,emr-containers,emr-serverless,neptune-graph,scheduler RW=aoss,datazone,redshift-data,serverlessrepo LRTW=bedrock,cloudformation,codecommit,logs,redshift-serverless,sagemaker LTW=ec2 R=ecr,imagebuilder LRW=eks,s3vectors,sso W=events PRTW=glue,quicksight,secretsmanager LPRTW=iam,lambda,s3 PRW=kms,redshift LPRW=lakeformation
SageMakerStudioProjectRoleMachineLearningPolicy LRTW=airflow-serverless,resource-groups,sagemaker RW=application-autoscaling,cloudwatch,ram RTW=athena LRW=datazone,logs,sagemaker-mlflow LPW=ec2 LR=ecr R=elasticfilesystem,sqlworkbench,ssm,sts L=glue,scheduler W=iam PW=kms LPRTW=s3
SageMakerStudioProjectUserRolePermissionsBoundary !=* LRW=airflow,athena,codecommit,datazone,elasticmapreduce,emr-serverless,iam,logs,redshift,redshift-data,redshift-serverless,sagemaker-mlflow,secretsmanager,sqlworkbench W=aoss,lakeformation,lambda,q RW=application-autoscaling,cloudwatch,sqs LRTW=bedrock,resource-groups,s3,sagemaker LR=cloudformation,ecr R=codewhisperer,elasticfilesystem,pricing,ssm,tag L=dynamodb LPTW=ec2 LPRTW=glue LPRW=kms RTW=sts
SageMakerStudioProjectUserRolePolicy LRW=airflow,athena,codecommit,datazone,iam,logs,ram,redshift,redshift-data,redshift-serverless,secretsmanager LRTW=bedrock,ecr,elasticmapreduce,emr-containers,emr-serverless,s3,sqlworkbench LR=cloudformation,codeconnections,codestar-connections RW=cloudwatch,scheduler,sqs R=codewhisperer,pricing,sso,tag L=dynamodb LTW=ec2 LPRTW=glue LPRW=kms,lakeformation W=lambda,q RTW=quicksight TW=sts
SageMakerStudioQueryExecutionRolePolicy R=glue W=lambda LR=s3
SageMakerStudioUserIAMConsolePolicy LPRW=datazone LR=iam W=kms
SageMakerStudioUserIAMDefaultExecutionPolicy LRW=airflow,iam,logs,q,redshift,redshift-data,redshift-serverless,sagemaker-mlflow,scheduler LRTW=airflow-serverless,events,sagemaker,sqlworkbench RW=application-autoscaling,cloudwatch,textract !LRTW=athena,elasticmapreduce,emr-containers,emr-serverless LPRTW=bedrock,cloudformation,s3 LR=codeconnections,codestar-connections,dynamodb,ecr,resource-groups R=codewhisperer,comprehend,rekognition,ssm LPRW=datazone,kms,lakeformation,secretsmanager LPTW=ec2 !LPRTW=glue L=quicksight,rds W=sagemaker-data-science-assistant TW=sts
SageMakerStudioUserIAMPermissiveExecutionPolicy LRTW=airflow,airflow-serverless,application-autoscaling,q,redshift-serverless,rekognition,sagemaker,scheduler,sqlworkbench !LRTW=athena,emr-containers,emr-serverless LPRTW=bedrock,cloudformation,cloudwatch,codewhisperer,events,logs,quicksight,rds,redshift,s3,s3tables LR=codeconnections,codestar-connections,dynamodb,ecr,resource-groups RTW=comprehend,textract LPRW=datazone,kms,lakeformation,secretsmanager LPTW=ec2 !LPRTW=elasticmapreduce,glue LRW=iam,redshift-data,sagemaker-mlflow W=sagemaker-data-science-assistant R=sagemaker-unified-studio-mcp,ssm TW=sts
SecretsManagerReadWrite LRTW=cloudformation LR=docdb-elastic,kms,redshift-serverless L=ec2,rds,redshift LPRW=lambda R=s3,tag LPRTW=secretsmanager RW=serverlessrepo
SecurityAgentWebAppAPIPolicy ?LRW=securityagent
SecurityAgentWebAppPolicy LRW=securityagent
SecurityAudit L=a4b,braket,clouddirectory,connect,dataexchange,devicefarm,docdb-elastic,ds,elastictranscoder,emr-containers,finspace,fms,frauddetector,gamelift,geo,healthlake,honeycode,iotanalytics,iotevents,iottwinmaker,kafka-cluster,lookoutequipment,lookoutmetrics,lookoutvision,machinelearning,macie2,managedblockchain,mechanicalturk,medialive,networkmanager,opsworks,opsworks-cm,private-networks,resource-groups,s3-outposts,snowball,workdocs LR=access-analyzer,acm,acm-pca,airflow,amplify,apigateway,appconfig,appflow,appmesh,apprunner,appsync,athena,auditmanager,autoscaling,backup,bedrock,bedrock-agentcore,chime,cleanrooms,cloudformation,cloudfront,cloudsearch,cloudtrail,cloudwatch,codeartifact,codebuild,codecommit,codedeploy,codepipeline,codestar,cognito-identity,cognito-idp,cognito-sync,config,datapipeline,datasync,dax,detective,discovery,dlm,dynamodb,ec2,ecr,ecr-public,ecs,eks,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,elasticmapreduce,emr-serverless,es,events,firehose,glacier,globalaccelerator,glue,greengrass,guardduty,iam,identitystore,inspector,inspector2,iotsitewise,kafka,kendra,kinesis,kinesisanalytics,kinesisvideo,kms,lambda,lex,license-manager,logs,m2,mediaconnect,mediapackage-vod,mediastore,mq,network-firewall,organizations,pcs,personalize,profile,qapps,qbusiness,qldb,ram,rds,redshift,redshift-serverless,rekognition,robomaker,rolesanywhere,route53,route53domains,route53resolver,s3,s3express,s3files,s3tables,s3vectors,sagemaker,schemas,sdb,secretsmanager,security-ir,securityhub,serverlessrepo,ses,shield,sns,ssm,sso,states,storagegateway,synthetics,transcribe,transfer,translate,waf,waf-regional,wafv2,wisdom,workspaces,xray R=account,application-autoscaling,autoscaling-plans,batch,cloud9,comprehend,comprehendmedical,databrew,directconnect,dms,entityresolution,forecast,fsx,grafana,health,iotfleetwise,kafkaconnect,lightsail,mediapackage,memorydb,nimble,s3-object-lambda,servicequotas,sqs,sso-directory,sts,support,tag,tiros,trustedadvisor,voiceid ?=deepracer LRW=iot LPR=quicksight
ServerMigrationConnector RW=awsconnector,sms R=iam LPRW=s3 W=sns
ServerMigrationServiceConsoleFullAccess LR=cloudformation,s3 L=ec2 LRW=iam,sms
ServerMigrationServiceLaunchRole LRW=applicationinsights L=cloudformation LTW=ec2 W=iam RW=resource-groups
ServerMigrationServiceRole LRW=cloudformation LPTW=ec2 RW=iam,sms LPRW=s3
ServerMigrationServiceRoleForInstanceValidation R=s3 W=sms
ServerMigration_ServiceRole LRW=cloudformation LPRTW=ec2 RW=iam,sms,ssm LPRW=s3
ServiceCatalogAdminReadOnlyAccess ?=catalog-admin,catalog-user LR=cloudformation,iam R=s3 ?LR=servicecatalog
ServiceCatalogEndUserAccess ?=catalog-user R=s3 LR=servicecatalog
ServiceQuotasFullAccess L=autoscaling,rds R=cloudformation,dynamodb,elasticloadbalancing,kinesis,route53,tag RW=cloudwatch LW=iam LRW=organizations RTW=servicequotas
ServiceQuotasReadOnlyAccess L=autoscaling,iam,rds R=chatbot,cloudformation,cloudwatch,dynamodb,elasticloadbalancing,kinesis,route53,servicequotas,tag LR=consoleapp,notifications,notifications-contacts,organizations
SignInLocalDevelopmentAccess R=signin
SimpleWorkflowFullAccess LRTW=swf
SupportUser LR=acm,acm-pca,autoscaling,cloudformation,cloudfront,cloudsearch,cloudwatch,codecommit,codedeploy,cognito-identity,cognito-idp,cognito-sync,config,devicefarm,discovery,ds,dynamodb,ecr,ecs,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,elasticmapreduce,elastictranscoder,es,events,firehose,gamelift,glacier,iam,importexport,inspector,kinesis,kinesisanalytics,kms,lambda,logs,machinelearning,rds,redshift,rolesanywhere,route53,route53domains,sdb,servicecatalog,ses,sns,ssm,storagegateway,swf,waf,workmail,workspaces R=apigateway,cloudtrail,directconnect,dms,sqs L=aws-marketplace,ec2,opsworks,s3,workdocs LRW=codepipeline,datapipeline,iot RW=support
SystemAdministrator LRW=acm,codecommit,iam,kms,rolesanywhere,trustedadvisor LRTW=autoscaling,codedeploy,codepipeline,config,route53,route53domains RW=cloudtrail LPRTW=cloudwatch,ds,ec2,elasticloadbalancing,events,logs,s3,ses,sns LW=kinesis LPRW=lambda LR=rds PRTW=sqs
TranslateFullAccess LR=cloudwatch,iam,s3 R=comprehend LRTW=translate
TranslateReadOnly LR=cloudwatch,translate R=comprehend
VMImportExportRoleForAWSConnector LPW=ec2 LR=s3
VPCLatticeFullAccess LR=acm,cloudwatch,firehose L=ec2,elasticloadbalancing,lambda,rds,s3 RW=iam LRW=logs LPRTW=vpc-lattice
VPCLatticeReadOnlyAccess LR=acm,firehose,logs,vpc-lattice R=cloudwatch L=ec2,elasticloadbalancing,lambda,rds,s3
VPCLatticeServicesInvokeAccess W=vpc-lattice-svcs
ViewOnlyAccess L=acm,aws-marketplace,batch,clouddirectory,codeartifact,codebuild,codecommit,codepipeline,codestar,cognito-idp,cognito-sync,devicefarm,discovery,ds,elasticache,elasticbeanstalk,elasticfilesystem,elastictranscoder,emr-containers,emr-serverless,events,iam,importexport,kafka,kinesis,kms,lex,lookoutvision,machinelearning,mediaconnect,mobiletargeting,opsworks,opsworks-cm,organizations,polly,profile,redshift,rolesanywhere,s3,sdb,ssm,states,swf,wisdom,workdocs LR=aiops,amplify,apigateway,appconfig,athena,autoscaling,backup,bedrock,bedrock-agentcore,cloudformation,cloudfront,cloudsearch,cloudtrail,cloudwatch,codedeploy,cognito-identity,config,connect,cost-optimization-hub,datapipeline,dax,dlm,dynamodb,ec2,ecr,ecs,eks,elasticloadbalancing,elasticmapreduce,es,firehose,gamelift,glacier,glue,greengrass,inspector,kendra,kinesisanalytics,lambda,logs,m2,mediastore,outposts,qapps,rds,redshift-serverless,resource-explorer-2,route53,route53domains,route53profiles,route53resolver,sagemaker,servicecatalog,ses,shield,sns,storagegateway,waf,waf-regional,wafv2,workmail,workspaces,xray R=appsync,comprehend,databrew,directconnect,dms,fsx,lightsail,memorydb,oam,qbusiness,ram,sqs,tiros,trustedadvisor,uxc LRW=iot
WellArchitectedAgentResourceScanning LR=access-analyzer,acm-pca,aco-automation,aidevops,aiops,airflow,airflow-serverless,amplify,amplifyuibuilder,aoss,apigateway,app-integrations,appconfig,appflow,application-signals,applicationinsights,apprunner,appstream,appsync,apptest,aps,arc-region-switch,arc-zonal-shift,auditmanager,autoscaling,aws-external-anthropic,b2bi,batch,bcm-data-exports,bedrock,bedrock-mantle,billing,billingconductor,braket,cases,ce,chatbot,chime,cleanrooms,cleanrooms-ml,cloudformation,cloudfront,cloudtrail,cloudwatch,codeartifact,codebuild,codeconnections,codedeploy,codeguru-profiler,codeguru-reviewer,codepipeline,codestar-connections,codestar-notifications,cognito-idp,config,connect,connect-campaigns,controltower,datapipeline,datasync,datazone,deadline,detective,devicefarm,devops-guru,docdb-elastic,ds,dsql,dynamodb,ec2,ecr,ecr-public,ecs,eks,elasticache,elasticbeanstalk,elasticfilesystem,elasticloadbalancing,elasticmapreduce,elemental-inference,emr-containers,emr-serverless,entityresolution,es,events,evs,finspace,firehose,fis,fms,frauddetector,gamelift,gameliftstreams,geo,globalaccelerator,glue,greengrass,groundstation,guardduty,healthlake,iam,identitystore,imagebuilder,inspector,inspector2,interconnect,internetmonitor,invoicing,iotanalytics,iotdeviceadvisor,iotevents,iotfleetwise,iotsitewise,iottwinmaker,ivs,ivschat,kafka,kendra,kendra-ranking,kinesis,kinesisanalytics,kinesisvideo,kms,lakeformation,lambda,launchwizard,lex,license-manager,logs,lookoutequipment,lookoutvision,m2,macie2,managedblockchain,mediaconnect,medialive,mediapackage-vod,mediapackagev2,mediatailor,medical-imaging,mobiletargeting,mpa,mq,network-firewall,networkmanager,notifications,notifications-contacts,nova-act,observabilityadmin,odb,omics,organizations,osis,panorama,payment-cryptography,pca-connector-ad,pca-connector-scep,pcs,personalize,pipes,profile,proton,qbusiness,qldb,ram,rds,redshift,redshift-serverless,rekognition,resiliencehub,resource-explorer-2,resource-groups,robomaker,rolesanywhere,route53,route53-recovery-control-config,route53profiles,route53resolver,rtbfabric,rum,s3,s3-outposts,s3express,s3files,s3tables,s3vectors,sagemaker,scheduler,schemas,secretsmanager,securityagent,securityhub,securitylake,servicecatalog,ses,shield,signer,simspaceweaver,sns,ssm,ssm-contacts,ssm-incidents,ssm-quicksetup,ssm-sap,sso,states,synthetics,thinclient,timestream,timestream-influxdb,transfer,trustedadvisor,verifiedpermissions,voiceid,vpc-lattice,wafv2,wisdom,workspaces,workspaces-instances,xray R=acm,application-autoscaling,backup-gateway,budgets,codecommit,comprehend,cur,databrew,directconnect,dms,evidently,forecast,fsx,grafana,iotwireless,kafkaconnect,lightsail,mediapackage,memorydb,neptune-graph,nimble,oam,rbin,refactor-spaces,route53-recovery-readiness,sms-voice,sqs,ssm-guiconnect,sso-directory,sts,supportapp,tag,workspaces-web LRW=athena,bedrock-agentcore,cognito-identity,iot,route53globalresolver LPR=backup,quicksight LRT=bcm-pricing-calculator L=kafka-cluster
WellArchitectedConsoleFullAccess LPRW=iam LRW=organizations LR=trustedadvisor LRTW=wellarchitected
WellArchitectedConsoleReadOnlyAccess LR=organizations,trustedadvisor,wellarchitected
WorkLinkServiceRolePolicy PW=ec2 W=kinesis
`;
