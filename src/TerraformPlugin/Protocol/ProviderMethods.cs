using TerraformPlugin.Protocol.V6;

namespace TerraformPlugin.Protocol;

/// <summary>Adds every method of <c>tfplugin6.Provider</c>.</summary>
internal static class ProviderMethods
{
    private const string Service = "tfplugin6.Provider";

    public static void Add(RpcMethods methods, V6.Provider.ProviderBase provider)
    {
        methods.Unary(Service, "GetMetadata", GetMetadata.Types.Request.Parser, provider.GetMetadata);
        methods.Unary(Service, "GetProviderSchema", GetProviderSchema.Types.Request.Parser, provider.GetProviderSchema);
        methods.Unary(
            Service, "GetResourceIdentitySchemas", GetResourceIdentitySchemas.Types.Request.Parser, provider.GetResourceIdentitySchemas);
        methods.Unary(Service, "ValidateProviderConfig", ValidateProviderConfig.Types.Request.Parser, provider.ValidateProviderConfig);
        methods.Unary(Service, "ValidateResourceConfig", ValidateResourceConfig.Types.Request.Parser, provider.ValidateResourceConfig);
        methods.Unary(
            Service, "ValidateDataResourceConfig", ValidateDataResourceConfig.Types.Request.Parser, provider.ValidateDataResourceConfig);
        methods.Unary(Service, "UpgradeResourceState", UpgradeResourceState.Types.Request.Parser, provider.UpgradeResourceState);
        methods.Unary(Service, "UpgradeResourceIdentity", UpgradeResourceIdentity.Types.Request.Parser, provider.UpgradeResourceIdentity);
        methods.Unary(Service, "ConfigureProvider", ConfigureProvider.Types.Request.Parser, provider.ConfigureProvider);
        methods.Unary(Service, "ReadResource", ReadResource.Types.Request.Parser, provider.ReadResource);
        methods.Unary(Service, "PlanResourceChange", PlanResourceChange.Types.Request.Parser, provider.PlanResourceChange);
        methods.Unary(Service, "ApplyResourceChange", ApplyResourceChange.Types.Request.Parser, provider.ApplyResourceChange);
        methods.Unary(Service, "ImportResourceState", ImportResourceState.Types.Request.Parser, provider.ImportResourceState);
        methods.Unary(Service, "MoveResourceState", MoveResourceState.Types.Request.Parser, provider.MoveResourceState);
        methods.Unary(Service, "ReadDataSource", ReadDataSource.Types.Request.Parser, provider.ReadDataSource);
        methods.Unary(Service, "GenerateResourceConfig", GenerateResourceConfig.Types.Request.Parser, provider.GenerateResourceConfig);
        methods.Unary(
            Service,
            "ValidateEphemeralResourceConfig",
            ValidateEphemeralResourceConfig.Types.Request.Parser,
            provider.ValidateEphemeralResourceConfig);
        methods.Unary(Service, "OpenEphemeralResource", OpenEphemeralResource.Types.Request.Parser, provider.OpenEphemeralResource);
        methods.Unary(Service, "RenewEphemeralResource", RenewEphemeralResource.Types.Request.Parser, provider.RenewEphemeralResource);
        methods.Unary(Service, "CloseEphemeralResource", CloseEphemeralResource.Types.Request.Parser, provider.CloseEphemeralResource);
        methods.ServerStreaming<ListResource.Types.Request, ListResource.Types.Event>(
            Service, "ListResource", ListResource.Types.Request.Parser, provider.ListResource);
        methods.Unary(
            Service, "ValidateListResourceConfig", ValidateListResourceConfig.Types.Request.Parser, provider.ValidateListResourceConfig);
        methods.Unary(Service, "GetFunctions", GetFunctions.Types.Request.Parser, provider.GetFunctions);
        methods.Unary(Service, "CallFunction", CallFunction.Types.Request.Parser, provider.CallFunction);
        methods.Unary(Service, "ValidateActionConfig", ValidateActionConfig.Types.Request.Parser, provider.ValidateActionConfig);
        methods.Unary(Service, "PlanAction", PlanAction.Types.Request.Parser, provider.PlanAction);
        methods.ServerStreaming<InvokeAction.Types.Request, InvokeAction.Types.Event>(
            Service, "InvokeAction", InvokeAction.Types.Request.Parser, provider.InvokeAction);
        methods.Unary(Service, "ValidateStateStoreConfig", ValidateStateStore.Types.Request.Parser, provider.ValidateStateStoreConfig);
        methods.Unary(Service, "ConfigureStateStore", ConfigureStateStore.Types.Request.Parser, provider.ConfigureStateStore);
        methods.ServerStreaming<ReadStateBytes.Types.Request, ReadStateBytes.Types.Response>(
            Service, "ReadStateBytes", ReadStateBytes.Types.Request.Parser, provider.ReadStateBytes);
        methods.ClientStreaming<WriteStateBytes.Types.RequestChunk, WriteStateBytes.Types.Response>(
            Service, "WriteStateBytes", WriteStateBytes.Types.RequestChunk.Parser, provider.WriteStateBytes);
        methods.Unary(Service, "LockState", LockState.Types.Request.Parser, provider.LockState);
        methods.Unary(Service, "UnlockState", UnlockState.Types.Request.Parser, provider.UnlockState);
        methods.Unary(Service, "GetStates", GetStates.Types.Request.Parser, provider.GetStates);
        methods.Unary(Service, "DeleteState", DeleteState.Types.Request.Parser, provider.DeleteState);
        methods.Unary(Service, "StopProvider", StopProvider.Types.Request.Parser, provider.StopProvider);
    }
}
